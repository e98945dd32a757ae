package dev.hookline.emulator;

import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Numbers and switches that can be changed while the emulator runs; docs/emulator.md says what each
 * does. As JSON, a name is written in snake case.
 */
public record Knobs(
    boolean flood,
    int floodAbsorbSeconds,
    int groupPerMinute,
    int editPerMinute,
    int chatBurst,
    int botPerSecond,
    int penaltyCapSeconds,
    FloodScope floodScope,
    boolean strict,
    int topicCacheSeconds,
    OwnUpdates ownUpdates,
    int ownUpdatesDelayMillis,
    boolean holdUpdates,
    boolean updatesOutage,
    boolean pollThrottling,
    boolean acceptConnections,
    int closeIdleMillis) {

  /** Who is closed by a 429. */
  public enum FloodScope {
    CHAT,
    BOT
  }

  /** How a bot hears of what it did to topics itself. */
  public enum OwnUpdates {
    ON,
    OFF,
    DELAYED,
    TWICE
  }

  /** As Telegram is. */
  public static Knobs likeTelegram() {
    return new Knobs(
        true,
        8,
        20,
        0,
        3,
        30,
        10_000,
        FloodScope.CHAT,
        false,
        60,
        OwnUpdates.ON,
        0,
        false,
        false,
        false,
        true,
        0);
  }

  /** The same without limits. */
  public static Knobs withoutFlood() {
    return likeTelegram().patched(new JsonObject().put("flood", false));
  }

  public JsonObject toJson() {
    return new JsonObject()
        .put("flood", flood)
        .put("flood_absorb_seconds", floodAbsorbSeconds)
        .put("group_per_minute", groupPerMinute)
        .put("edit_per_minute", editPerMinute)
        .put("chat_burst", chatBurst)
        .put("bot_per_second", botPerSecond)
        .put("penalty_cap_seconds", penaltyCapSeconds)
        .put("flood_scope", floodScope.name().toLowerCase(Locale.ROOT))
        .put("strict", strict)
        .put("topic_cache_seconds", topicCacheSeconds)
        .put("own_updates", ownUpdates.name().toLowerCase(Locale.ROOT))
        .put("own_updates_delay_millis", ownUpdatesDelayMillis)
        .put("hold_updates", holdUpdates)
        .put("updates_outage", updatesOutage)
        .put("poll_throttling", pollThrottling)
        .put("accept_connections", acceptConnections)
        .put("close_idle_millis", closeIdleMillis);
  }

  /**
   * The same with some of them changed.
   *
   * @throws IllegalArgumentException when a name or a value is wrong; the message says which
   */
  public Knobs patched(JsonObject changes) {
    JsonObject all = toJson();
    Set<String> unknown = new TreeSet<>(changes.fieldNames());
    unknown.removeAll(all.fieldNames());
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no knob " + unknown + "; there are " + new TreeSet<>(all.fieldNames()));
    }
    changes.forEach(change -> all.put(change.getKey(), sameKind(change, all)));
    return read(all);
  }

  private static Object sameKind(java.util.Map.Entry<String, Object> change, JsonObject all) {
    Object before = all.getValue(change.getKey());
    Object after = change.getValue();
    if (after == null || !before.getClass().equals(after.getClass())) {
      throw new IllegalArgumentException(
          change.getKey() + " is " + after + "; write something like " + before);
    }
    return after;
  }

  private static Knobs read(JsonObject json) {
    return new Knobs(
        json.getBoolean("flood"),
        count(json, "flood_absorb_seconds"),
        count(json, "group_per_minute"),
        count(json, "edit_per_minute"),
        count(json, "chat_burst"),
        count(json, "bot_per_second"),
        count(json, "penalty_cap_seconds"),
        word(FloodScope.class, json, "flood_scope"),
        json.getBoolean("strict"),
        count(json, "topic_cache_seconds"),
        word(OwnUpdates.class, json, "own_updates"),
        count(json, "own_updates_delay_millis"),
        json.getBoolean("hold_updates"),
        json.getBoolean("updates_outage"),
        json.getBoolean("poll_throttling"),
        json.getBoolean("accept_connections"),
        count(json, "close_idle_millis"));
  }

  private static int count(JsonObject json, String name) {
    int value = json.getInteger(name);
    if (value < 0) {
      throw new IllegalArgumentException(name + " is " + value + "; write 0 or more");
    }
    return value;
  }

  private static <E extends Enum<E>> E word(Class<E> kind, JsonObject json, String name) {
    try {
      return Enum.valueOf(kind, json.getString(name).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          name
              + " is "
              + json.getString(name)
              + "; write one of "
              + java.util.Arrays.toString(kind.getEnumConstants()).toLowerCase(Locale.ROOT),
          unknown);
    }
  }
}
