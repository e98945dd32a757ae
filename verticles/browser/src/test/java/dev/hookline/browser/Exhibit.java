package dev.hookline.browser;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.Renderer;
import dev.hookline.telegram.render.Sheet;
import dev.hookline.telegram.render.StatusLine;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * One picture of the gallery.
 *
 * @param name names its files
 * @param title what it shows
 * @param messages what it shows
 */
record Exhibit(String name, String title, List<Message> messages) {

  /**
   * A message.
   *
   * @param entry what it shows
   * @param part how that looks
   */
  record Message(OutboxEntry entry, Part part) {}

  private static final Renderer RENDERER = new Renderer();
  private static final Renderer RICH = new Renderer(true);
  private static final SessionKey SESSION = new SessionKey("5f0c9a1e-orchard");

  /** All of them, from the gallery's file. */
  static List<Exhibit> all() {
    try (InputStream file = Exhibit.class.getResourceAsStream("/gallery.yaml")) {
      List<Map<String, Object>> list = new Yaml().load(file);
      return list.stream().map(JsonObject::new).map(Exhibit::of).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @Override
  public String toString() {
    return name;
  }

  private static Exhibit of(JsonObject json) {
    boolean late = json.getBoolean("late", false);
    String lines = lines(json.getJsonObject("repeat", new JsonObject()));
    List<OutboxEntry> entries =
        json.getJsonArray("events").stream()
            .map(JsonObject.class::cast)
            .map(event -> entry(event(event, lines), late, hushed(event)))
            .toList();
    List<Message> messages = new ArrayList<>();
    if (json.getBoolean("together", false)) {
      messages.add(new Message(entries.get(0), together(entries)));
    } else {
      Renderer renderer = json.getBoolean("rich", false) ? RICH : RENDERER;
      entries.forEach(
          entry -> renderer.render(entry).forEach(part -> messages.add(new Message(entry, part))));
    }
    long minutes = json.getLong("running", 0L);
    if (minutes > 0) {
      messages.replaceAll(message -> running(message, minutes));
    }
    return new Exhibit(json.getString("name"), json.getString("title"), List.copyOf(messages));
  }

  private static TextPart together(List<OutboxEntry> entries) {
    Sheet sheet = new Sheet();
    for (OutboxEntry entry : entries) {
      if (!sheet.add(entry, (TextPart) RENDERER.render(entry).get(0))) {
        throw new IllegalArgumentException("no room for " + entry);
      }
    }
    return sheet.part();
  }

  private static Message running(Message message, long minutes) {
    TextPart shown = (TextPart) message.part();
    return new Message(message.entry(), StatusLine.below(shown, minutes).orElseThrow());
  }

  private static String lines(JsonObject repeat) {
    return (repeat.getString("line", "") + "\n").repeat(repeat.getInteger("times", 0));
  }

  private static HookEvent event(JsonObject json, String lines) {
    JsonObject metadata = json.getJsonObject("metadata", new JsonObject());
    JsonObject response = metadata.getJsonObject("response", new JsonObject());
    fill(response, "stdout", lines);
    fill(response.getJsonObject("file", new JsonObject()), "content", lines);
    return new HookEvent(
        "gallery",
        "id",
        EventType.ofWireName(json.getString("type")).orElseThrow(),
        SESSION,
        Instant.EPOCH,
        json.getString("content", ""),
        metadata,
        null);
  }

  private static void fill(JsonObject json, String key, String lines) {
    if (json.getString(key, "").startsWith("{lines}")) {
      json.put(key, json.getString(key).replace("{lines}", lines));
    }
  }

  private static Map<EventType, Long> hushed(JsonObject json) {
    return json.getJsonObject("hushed", new JsonObject()).stream()
        .collect(
            Collectors.toMap(
                kind -> EventType.ofWireName(kind.getKey()).orElseThrow(),
                kind -> ((Number) kind.getValue()).longValue()));
  }

  /** An entry that shows an event, and nothing but that. */
  static OutboxEntry entry(HookEvent event) {
    return entry(event, false, Map.of());
  }

  private static OutboxEntry entry(HookEvent event, boolean late, Map<EventType, Long> hushed) {
    return new OutboxEntry(
        event.session(),
        1,
        Release.Kind.EVENT,
        late,
        "",
        List.of(event),
        1,
        1,
        7,
        "orchard",
        false,
        0,
        0,
        0,
        1,
        1,
        List.of(),
        0,
        null,
        hushed,
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
