package dev.hookline.browser;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.Renderer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * One picture of the gallery.
 *
 * @param name names its files
 * @param title what it shows
 * @param parts the messages
 */
record Exhibit(String name, String title, List<Part> parts) {

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
    List<Part> parts =
        json.getJsonArray("events").stream()
            .map(JsonObject.class::cast)
            .map(event -> entry(event(event, lines), late, hushed(event)))
            .flatMap(entry -> new Renderer().render(entry).stream())
            .toList();
    return new Exhibit(json.getString("name"), json.getString("title"), parts);
  }

  private static String lines(JsonObject repeat) {
    return (repeat.getString("line", "") + "\n").repeat(repeat.getInteger("times", 0));
  }

  private static HookEvent event(JsonObject json, String lines) {
    JsonObject metadata = json.getJsonObject("metadata", new JsonObject());
    JsonObject response = metadata.getJsonObject("response", new JsonObject());
    if (response.getString("stdout", "").startsWith("{lines}")) {
      response.put("stdout", response.getString("stdout").replace("{lines}", lines));
    }
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

  private static Map<EventType, Long> hushed(JsonObject json) {
    return json.getJsonObject("hushed", new JsonObject()).stream()
        .collect(
            Collectors.toMap(
                kind -> EventType.ofWireName(kind.getKey()).orElseThrow(),
                kind -> ((Number) kind.getValue()).longValue()));
  }

  private static OutboxEntry entry(HookEvent event, boolean late, Map<EventType, Long> hushed) {
    return new OutboxEntry(
        SESSION,
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
        Instant.EPOCH);
  }
}
