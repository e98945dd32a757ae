package dev.hookline.store.jdbc;

import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import java.sql.SQLException;

/** Which message ids of a chat are known, and the highest of them. */
final class Messages {

  /** Remembers an id that shows nothing of ours. */
  static final String REMEMBER =
      """
      INSERT INTO message (chat_id, message_id, thread_id) VALUES (?, ?, ?)
      ON CONFLICT (chat_id, message_id) DO NOTHING""";

  /** Raises the highest known id of a chat. */
  static final String RAISE =
      "UPDATE chat SET last_message_id = ? WHERE chat_id = ? AND last_message_id < ?";

  private static final String SHOW =
      """
      INSERT INTO message (chat_id, message_id, thread_id, session_id, position, part)
      VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (chat_id, message_id) DO UPDATE SET
        thread_id = excluded.thread_id, session_id = excluded.session_id,
        position = excluded.position, part = excluded.part""";

  private Messages() {}

  /** The id is somebody's. */
  static void remember(Tx tx, long chat, long message, long thread) throws SQLException {
    tx.change(REMEMBER, chat, message, thread);
    tx.change(RAISE, message, chat, message);
  }

  /** The message shows a part of an entry. */
  static void show(Tx tx, ChatLease lease, long message, OutboxEntry entry) throws SQLException {
    tx.change(
        SHOW,
        lease.chat(),
        message,
        entry.thread(),
        entry.session().value(),
        entry.position(),
        entry.part());
    tx.change(RAISE, message, lease.chat(), message);
  }
}
