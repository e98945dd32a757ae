package dev.hookline.emulator.call;

import dev.hookline.emulator.world.Ordered;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A call's arguments: all are texts, as the Bot API sees them, and some are read as JSON. */
public final class Args {

  private static final Set<String> YES = Set.of("true", "yes", "1");

  private final Map<String, String> texts;
  private final List<Upload> uploads;

  public Args(Map<String, String> texts, List<Upload> uploads) {
    this.texts = Ordered.copy(texts);
    this.uploads = List.copyOf(uploads);
  }

  public Map<String, String> texts() {
    return texts;
  }

  public List<Upload> uploads() {
    return uploads;
  }

  public boolean has(String name) {
    return texts.containsKey(name);
  }

  /** Empty when it was not given. */
  public String text(String name) {
    return texts.getOrDefault(name, "");
  }

  public boolean yes(String name) {
    return YES.contains(text(name).toLowerCase(Locale.ROOT));
  }

  /** A number; the fallback when it was not given, or is none. */
  public int number(String name, int fallback) {
    long value = longNumber(name, fallback);
    return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, value));
  }

  public long longNumber(String name, long fallback) {
    try {
      return has(name) ? Long.parseLong(text(name).trim()) : fallback;
    } catch (NumberFormatException none) {
      return fallback;
    }
  }

  /** A number between two bounds, moved to the nearer one. */
  public int clamped(String name, int fallback, int min, int max) {
    return Math.max(min, Math.min(max, number(name, fallback)));
  }

  /** A JSON array; empty when it was not given. */
  public JsonArray array(String name) throws Refusal {
    return json(name) instanceof JsonArray array ? array : wrongUnlessAbsent(name, new JsonArray());
  }

  /** A JSON object; empty when it was not given. */
  public JsonObject object(String name) throws Refusal {
    return json(name) instanceof JsonObject object
        ? object
        : wrongUnlessAbsent(name, new JsonObject());
  }

  public Optional<Upload> upload(String field) {
    return uploads.stream().filter(upload -> upload.field().equals(field)).findFirst();
  }

  private Object json(String name) throws Refusal {
    if (text(name).isBlank()) {
      return null;
    }
    try {
      return Json.decodeValue(text(name));
    } catch (DecodeException unreadable) {
      throw Refusal.bad("can't parse " + name.replace('_', ' ') + " JSON object");
    }
  }

  private <T> T wrongUnlessAbsent(String name, T empty) throws Refusal {
    if (text(name).isBlank()) {
      return empty;
    }
    throw Refusal.bad("can't parse " + name.replace('_', ' ') + ": it has an unexpected JSON type");
  }
}
