package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeSet;

/**
 * What a transaction holds until it ends, where others may write at the same time: whatever happens
 * to a chat, its topics and what is shown in them is decided one after another. In the order chat,
 * session, all else, so that no two transactions wait for each other.
 */
final class Locks {

  private static final String CHAT = "SELECT 1 FROM chat WHERE chat_id = ?";
  private static final String CHAT_OF_ATTEMPT =
      """
      SELECT 1 FROM chat
      WHERE chat_id = (SELECT chat_id FROM topic_attempt WHERE attempt_id = ?)""";
  private static final String CHAT_OF_SESSION =
      "SELECT 1 FROM chat WHERE chat_id = (SELECT chat_id FROM session WHERE session_id = ?)";
  private static final String SESSION = "SELECT 1 FROM session WHERE session_id = ?";

  private Locks() {}

  static void chat(Tx tx, long chat) throws SQLException {
    tx.lock(CHAT, chat);
  }

  static void chats(Tx tx, Collection<Long> chats) throws SQLException {
    for (long chat : new TreeSet<>(chats)) {
      chat(tx, chat);
    }
  }

  static void chatOfAttempt(Tx tx, String attempt) throws SQLException {
    tx.lock(CHAT_OF_ATTEMPT, attempt);
  }

  static void chatOfSession(Tx tx, String session) throws SQLException {
    tx.lock(CHAT_OF_SESSION, session);
  }

  static void session(Tx tx, String session) throws SQLException {
    tx.lock(SESSION, session);
  }
}
