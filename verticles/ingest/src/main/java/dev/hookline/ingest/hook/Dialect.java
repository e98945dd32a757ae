package dev.hookline.ingest.hook;

import dev.hookline.messages.MetadataKeys;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How an agent words what all of them tell.
 *
 * @param agent its name, in paths and in metadata
 * @param session the field that names the session
 * @param turn the field that tells one firing from another like it: the turn, or the moment
 * @param facts what goes into every event: keys of metadata, and the fields that say them
 */
record Dialect(String agent, String session, String turn, Map<String, String> facts) {

  static final Dialect CLAUDE =
      new Dialect(
          "claude",
          "session_id",
          "prompt_id",
          Map.of(
              MetadataKeys.PROJECT_DIR,
              "cwd",
              MetadataKeys.AGENT_ID,
              "agent_id",
              MetadataKeys.AGENT_TYPE,
              "agent_type",
              "promptId",
              "prompt_id",
              "permissionMode",
              "permission_mode",
              "transcriptPath",
              "transcript_path"));

  static final Dialect CODEX =
      new Dialect(
          "codex",
          "session_id",
          "turn_id",
          Map.of(
              MetadataKeys.PROJECT_DIR,
              "cwd",
              MetadataKeys.AGENT_ID,
              "agent_id",
              MetadataKeys.AGENT_TYPE,
              "agent_type",
              "turnId",
              "turn_id",
              "permissionMode",
              "permission_mode",
              "transcriptPath",
              "transcript_path"));

  static final Dialect GEMINI =
      new Dialect(
          "gemini",
          "session_id",
          "timestamp",
          Map.of(MetadataKeys.PROJECT_DIR, "cwd", "transcriptPath", "transcript_path"));

  static final Dialect CURSOR =
      new Dialect(
          "cursor",
          "conversation_id",
          "generation_id",
          Map.of(
              MetadataKeys.PROJECT_DIR,
              "cwd",
              "turnId",
              "generation_id",
              "transcriptPath",
              "transcript_path"));

  static final Dialect COPILOT =
      new Dialect(
          "copilot",
          "session_id",
          "timestamp",
          Map.of(
              MetadataKeys.PROJECT_DIR,
              "cwd",
              MetadataKeys.AGENT_ID,
              "agent_id",
              MetadataKeys.AGENT_TYPE,
              "agent_name",
              "transcriptPath",
              "transcript_path"));

  static final Dialect OPENCODE =
      new Dialect(
          "opencode",
          "session_id",
          "id",
          Map.of(
              MetadataKeys.PROJECT_DIR, "directory",
              MetadataKeys.AGENT_ID, "agent_id",
              MetadataKeys.AGENT_TYPE, "agent_type"));

  /** The fields that every event of the agent may have. */
  Set<String> common() {
    return Stream.concat(facts.values().stream(), Stream.of(session, turn, RawHook.NAME))
        .collect(Collectors.toSet());
  }
}
