package dev.hookline.console;

import dev.hookline.store.ChatSummary;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTopic;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A session as the pages list it; no event's content is in it. Immutable; no I/O. */
final class SessionCard {

  private final Reasons reasons;
  private final MessageLinks links;
  private final Clock clock;

  SessionCard(Reasons reasons, MessageLinks links, Clock clock) {
    this.reasons = reasons;
    this.links = links;
    this.clock = clock;
  }

  /**
   * As it stands now.
   *
   * @param chats those that are served
   */
  JsonObject of(SessionSummary session, List<ChatSummary> chats) {
    Instant now = clock.instant();
    SessionTopic topic = session.topic();
    return new JsonObject()
        .put("id", topic.session().value())
        .put("name", Facts.name(session))
        .put("agent", topic.agent())
        .put("host", topic.host())
        .put("project", topic.project())
        .put("topic", topic.state().name())
        .put("topicWords", Words.sentence(reasons.topic(topic, now)))
        .put("link", links.topic(topic))
        .put("generation", topic.generation())
        .put("accepted", session.accepted())
        .put("waiting", session.waiting())
        .put("why", why(session, chats, now))
        .put("lastEventAt", session.lastEventAt().toEpochMilli());
  }

  private String why(SessionSummary session, List<ChatSummary> chats, Instant now) {
    return session.waiting() == 0
        ? ""
        : Words.sentence(reasons.waiting(session, Facts.chatOf(session, chats), now));
  }
}
