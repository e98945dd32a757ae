package dev.hookline.console;

import dev.hookline.store.ChatSummary;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTopic;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;

/** A session as the pages list it. No event's content is in it. */
final class SessionCard {

  private SessionCard() {}

  /**
   * @param chats those that are served
   */
  static JsonObject of(
      SessionSummary session, List<ChatSummary> chats, Reasons reasons, Instant now) {
    SessionTopic topic = session.topic();
    return new JsonObject()
        .put("id", topic.session().value())
        .put("name", Facts.name(session))
        .put("agent", topic.agent())
        .put("host", topic.host())
        .put("project", topic.project())
        .put("topic", topic.state().name())
        .put("topicWords", Words.sentence(reasons.topic(topic, now)))
        .put("generation", topic.generation())
        .put("accepted", session.accepted())
        .put("waiting", session.waiting())
        .put("why", why(session, chats, reasons, now))
        .put("lastEventAt", session.lastEventAt().toEpochMilli());
  }

  private static String why(
      SessionSummary session, List<ChatSummary> chats, Reasons reasons, Instant now) {
    return session.waiting() == 0
        ? ""
        : Words.sentence(reasons.waiting(session, Facts.chatOf(session, chats), now));
  }
}
