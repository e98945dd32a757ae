package dev.hookline.ingest.hook;

import dev.hookline.ingest.read.Checks;
import dev.hookline.ingest.read.RefusedException;
import dev.hookline.messages.EventType;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One raw hook event of Claude Code. Only its session and its name must be there; of what is
 * missing else, the getters give an empty text.
 */
final class ClaudeHook {

  private static final String SUBMITTED_PROMPT = "prompt_id";

  private final JsonObject json;
  private final String hostname;
  private final SessionKey session;
  private final String name;

  /**
   * @param hostname where the agent runs; null when unknown
   * @throws RefusedException when the event does not say whose and which it is
   */
  ClaudeHook(JsonObject json, String hostname) {
    this.json = json;
    this.hostname = hostname;
    this.session = Checks.session("session_id", json.getValue("session_id"));
    String fix = "write the hook's name, for example PreToolUse";
    Checks.required("hook_event_name", json.getValue("hook_event_name"), fix);
    this.name = Checks.name("hook_event_name", json.getValue("hook_event_name"));
    Checks.name("tool_use_id", json.getValue("tool_use_id"));
    Checks.name("message_id", json.getValue("message_id"));
  }

  SessionKey session() {
    return session;
  }

  /** Which hook fired, for example {@code PreToolUse}. */
  String name() {
    return name;
  }

  /** A field as text; empty when it is not there. */
  String text(String field) {
    Object value = json.getValue(field);
    return value == null ? "" : value.toString();
  }

  boolean flag(String field) {
    return Boolean.TRUE.equals(json.getValue(field));
  }

  Object value(String field) {
    return json.getValue(field);
  }

  /** The objects of an array field, none when there is no such field. */
  List<JsonObject> objects(String field) {
    return json.getValue(field) instanceof JsonArray array
        ? array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast).toList()
        : List.of();
  }

  /** The whole, without what nobody reads. */
  Object whole() {
    return Cuts.of(json);
  }

  /**
   * What tells one firing of a hook from another: the parts, and the prompt that is worked on.
   * Texts in it are hashed, for they may be long.
   */
  String key(String kind, Object... parts) {
    StringBuilder key = new StringBuilder(kind).append(':').append(hash(text(SUBMITTED_PROMPT)));
    for (Object part : parts) {
      key.append(':').append(part instanceof String text ? hash(text) : part);
    }
    return key.toString();
  }

  /** An event of this hook, with all that is known whichever hook fires. */
  Draft event(EventType type) {
    JsonObject metadata = new JsonObject();
    return new Draft(type, metadata)
        .with(MetadataKeys.AGENT, "claude")
        .with(MetadataKeys.HOOK, name)
        .with(MetadataKeys.PROJECT_DIR, json.getValue("cwd"))
        .with(MetadataKeys.HOSTNAME, hostname)
        .with(MetadataKeys.AGENT_ID, json.getValue("agent_id"))
        .with(MetadataKeys.AGENT_TYPE, json.getValue("agent_type"))
        .with("promptId", json.getValue(SUBMITTED_PROMPT))
        .with("permissionMode", json.getValue("permission_mode"))
        .with("transcriptPath", json.getValue("transcript_path"));
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has it
    }
  }
}
