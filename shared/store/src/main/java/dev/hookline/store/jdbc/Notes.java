package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.time.Instant;

/** Words of our own in a session's topic, behind all that is to be shown there already. */
final class Notes {

  private static final int EXCERPT = 60;

  private static final String MAKE_ROOM =
      """
      UPDATE session SET next_position = next_position + 1 WHERE session_id = ?
      RETURNING next_position - 1 AS position, chat_id""";

  private static final String NOTE =
      """
      INSERT INTO outbox (session_id, position, chat_id, kind, text, changed_at)
      VALUES (?, ?, ?, 'NOTE', ?, ?)""";

  private Notes() {}

  static void say(Tx tx, String session, String words, Instant now) throws SQLException {
    Row room = tx.row(MAKE_ROOM, session).orElseThrow();
    tx.change(
        NOTE,
        session,
        room.getLong("position"),
        room.getLong("chat_id"),
        words,
        now.toEpochMilli());
  }

  /** The beginning of a text on one line. */
  static String excerpt(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + "…";
  }
}
