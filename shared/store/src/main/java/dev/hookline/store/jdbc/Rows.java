package dev.hookline.store.jdbc;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.TopicAttempt;
import io.vertx.core.json.JsonObject;
import java.time.Instant;

/** Reads records from rows. */
final class Rows {

  /** What {@link #topic} reads. */
  static final String TOPIC =
      """
      session_id, chat_id, agent, host, project, title, generation, topic_state, thread_id, topic_since,
      topic_retry_at""";

  /** What {@link #attempt} reads. */
  static final String ATTEMPT =
      """
      attempt_id, session_id, chat_id, generation, marker, name, state, low_message_id, thread_id,
      opened_at, since""";

  /** What {@link #lease} reads. */
  static final String LEASE = "chat_id, owner, epoch, closed_until, suspended, last_message_id";

  private Rows() {}

  static SessionTopic topic(Row row) {
    return new SessionTopic(
        session(row),
        row.getLong("chat_id"),
        row.getString("agent"),
        row.getString("host"),
        row.getString("project"),
        row.getString("title"),
        row.getInteger("generation"),
        SessionTopic.State.valueOf(row.getString("topic_state")),
        row.getLong("thread_id"),
        instant(row, "topic_since"),
        instant(row, "topic_retry_at"));
  }

  static TopicAttempt attempt(Row row) {
    Long thread = row.getLong("thread_id");
    return new TopicAttempt(
        row.getString("attempt_id"),
        session(row),
        row.getLong("chat_id"),
        row.getInteger("generation"),
        row.getString("marker"),
        row.getString("name"),
        TopicAttempt.State.valueOf(row.getString("state")),
        row.getLong("low_message_id"),
        thread == null ? 0 : thread,
        instant(row, "opened_at"),
        instant(row, "since"));
  }

  static ChatLease lease(Row row) {
    return new ChatLease(
        row.getLong("chat_id"),
        row.getString("owner"),
        row.getLong("epoch"),
        instant(row, "closed_until"),
        row.getString("suspended"),
        row.getLong("last_message_id"));
  }

  static SessionKey session(Row row) {
    return new SessionKey(row.getString("session_id"));
  }

  static HookEvent event(Row row) {
    return HookEvent.fromJson(new JsonObject(row.getString("body")));
  }

  static Instant instant(Row row, String column) {
    return Instant.ofEpochMilli(row.getLong(column));
  }
}
