package dev.hookline.ingest.hook;

import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what comes through the settings of Claude Code. Other agents run the hooks there as well,
 * or were given a copy; whose event it is, is told by what only that agent's events have.
 */
final class AnyAgent implements HookReader {

  private final Map<String, HookReader> readers;

  AnyAgent(Map<String, HookReader> readers) {
    this.readers = Map.copyOf(readers);
  }

  @Override
  public List<NewEvent> read(JsonObject json, Firing firing, Instant receivedAt) {
    return readers.get(agent(json)).read(json, firing, receivedAt);
  }

  @Override
  public Optional<AgentAnswer> asks(JsonObject json) {
    return readers.get(agent(json)).asks(json);
  }

  @Override
  public Optional<Hearing> hears(JsonObject json) {
    return readers.get(agent(json)).hears(json);
  }

  // Claude Code's events bear no time, and always say where its transcript is.
  private static String agent(JsonObject json) {
    if (json.containsKey("cursor_version") || json.containsKey("conversation_id")) {
      return Dialect.CURSOR.agent();
    }
    String transcript = String.valueOf(json.getValue("transcript_path", ""));
    if (transcript.contains("/.gemini/")) {
      return Dialect.GEMINI.agent();
    }
    if (transcript.contains("/.codex/")) {
      return Dialect.CODEX.agent();
    }
    boolean bearsTime = json.containsKey("timestamp") && !transcript.contains("/projects/");
    return bearsTime ? Dialect.COPILOT.agent() : Dialect.CLAUDE.agent();
  }
}
