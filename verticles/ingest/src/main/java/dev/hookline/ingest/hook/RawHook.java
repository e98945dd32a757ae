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
import java.util.stream.Collectors;

/**
 * One raw hook event of an agent. Only its session and its name must be there; of what is missing
 * else, the getters give an empty text.
 */
final class RawHook {

  /** The field that names the hook. */
  static final String NAME = "hook_event_name";

  private static final int MOST_LINES = 8;
  private static final int LONGEST_LINE = 200;

  private final Dialect dialect;
  private final JsonObject json;
  private final String hostname;
  private final SessionKey session;
  private final String name;

  /**
   * @param hostname where the agent runs; null when unknown
   * @throws RefusedException when the event does not say whose and which it is
   */
  RawHook(Dialect dialect, JsonObject json, String hostname) {
    this.dialect = dialect;
    this.json = json;
    this.hostname = hostname;
    this.session = Checks.session(dialect.session(), json.getValue(dialect.session()));
    String fix = "write the hook's name, for example PreToolUse";
    Checks.required(NAME, json.getValue(NAME), fix);
    this.name = Checks.name(NAME, json.getValue(NAME));
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
   * What tells one firing of a hook from another: the parts, and the turn that is worked on. Texts
   * in it are hashed, for they may be long.
   */
  String key(String kind, Object... parts) {
    StringBuilder key = new StringBuilder(kind).append(':').append(hash(text(dialect.turn())));
    for (Object part : parts) {
      key.append(':').append(part instanceof String text ? hash(text) : part);
    }
    return key.toString();
  }

  /** An event of this hook, with all that is known whichever hook fires. */
  Draft event(EventType type) {
    Draft draft =
        new Draft(type, new JsonObject())
            .with(MetadataKeys.AGENT, dialect.agent())
            .with(MetadataKeys.HOOK, name)
            .with(MetadataKeys.HOSTNAME, hostname);
    dialect.facts().forEach((key, field) -> draft.with(key, json.getValue(field)));
    return draft;
  }

  /** The object in a field; an empty one when there is none. */
  JsonObject object(String field) {
    return json.getValue(field) instanceof JsonObject object ? object : new JsonObject();
  }

  /** What it says beyond what every event of its agent says, in a few short lines. */
  String brief() {
    return json.stream()
        .filter(field -> field.getValue() != null && !dialect.common().contains(field.getKey()))
        .map(field -> field.getKey() + ": " + field.getValue())
        .map(RawHook::shortened)
        .limit(MOST_LINES)
        .collect(Collectors.joining("\n"));
  }

  private static String shortened(String line) {
    if (line.length() <= LONGEST_LINE) {
      return line;
    }
    boolean splits = Character.isHighSurrogate(line.charAt(LONGEST_LINE - 1));
    return line.substring(0, splits ? LONGEST_LINE - 1 : LONGEST_LINE) + "…";
  }

  /** The whole as a key: the same again is the same event, where each event bears its time. */
  String wholeKey() {
    return key(name, json.encode());
  }

  /** A text of any length as a short key. */
  static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has it
    }
  }
}
