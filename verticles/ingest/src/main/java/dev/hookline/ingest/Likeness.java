package dev.hookline.ingest;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;

/**
 * What a question about a tool and the end of that tool's call have in common: who calls which tool
 * with what. The two bear no common id.
 */
final class Likeness {

  /** Tools that ask a person: what they are called with changes by the answer. */
  private static final Set<String> ASKING = Set.of("AskUserQuestion", "ExitPlanMode");

  private Likeness() {}

  /** Equal for events about the same call, and for calls that are the same. */
  static String of(HookEvent event) {
    JsonObject metadata = event.metadata();
    String tool = String.valueOf(metadata.getValue(MetadataKeys.TOOL));
    JsonArray facts =
        new JsonArray().add(String.valueOf(metadata.getValue(MetadataKeys.AGENT_ID))).add(tool);
    if (!ASKING.contains(tool)) {
      facts.add(metadata.getValue(MetadataKeys.INPUT));
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(facts.encode().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has it
    }
  }
}
