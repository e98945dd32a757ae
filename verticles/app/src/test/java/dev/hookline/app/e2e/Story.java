package dev.hookline.app.e2e;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * What one agent session tells, in the order in which it must be shown. Each event carries a mark
 * that is found again in the chat.
 */
final class Story {

  private final String session;
  private final List<JsonObject> events = new ArrayList<>();

  Story(String session) {
    this.session = session;
  }

  /** Numbered events, from 1. */
  static Story numbered(String session, int count) {
    Story story = new Story(session);
    for (int number = 1; number <= count; number++) {
      story.tell("notification").put("sequence", number);
    }
    return story;
  }

  /** Events without numbers: told in the order of their arrival. */
  static Story plain(String session, int count) {
    Story story = new Story(session);
    for (int number = 1; number <= count; number++) {
      story.tell("notification");
    }
    return story;
  }

  /** The next event, which may still be changed. */
  JsonObject tell(String type) {
    int number = events.size() + 1;
    JsonObject event =
        new JsonObject()
            .put("id", session + "-" + number)
            .put("type", type)
            .put("sessionId", session)
            .put("timestamp", "2026-01-01T10:00:00Z")
            .put("content", mark(session, number) + " " + type)
            .put("metadata", new JsonObject().put("projectDir", "/src/" + session));
    events.add(event);
    return event;
  }

  String session() {
    return session;
  }

  List<JsonObject> events() {
    return List.copyOf(events);
  }

  /** The marks in the order in which they must be shown. */
  List<String> marks() {
    return events.stream().map(Story::markOf).toList();
  }

  /** The mark of an event of a story. */
  static String markOf(JsonObject event) {
    String id = event.getString("id");
    return "⟦" + id + "⟧";
  }

  private static String mark(String session, int number) {
    return "⟦" + session + "-" + number + "⟧";
  }
}
