package dev.hookline.console;

import dev.hookline.store.ChatSummary;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What the store said at one time.
 *
 * @param asOf when it was asked
 * @param totals sums over all events
 * @param sessions the most recently active first
 * @param chats the chats that are served
 * @param troubles newest first
 */
record Facts(
    Instant asOf,
    Totals totals,
    List<SessionSummary> sessions,
    List<ChatSummary> chats,
    List<Trouble> troubles) {

  Facts {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(totals, "totals");
    sessions = List.copyOf(sessions);
    chats = List.copyOf(chats);
    troubles = List.copyOf(troubles);
  }

  /** The chat that shows a session; null when none serves it. */
  ChatSummary chatOf(SessionSummary session) {
    return chats.stream()
        .filter(chat -> chat.lease().chat() == session.topic().chat())
        .findFirst()
        .orElse(null);
  }

  /** A session's name for people. */
  static String name(SessionSummary session) {
    return session.topicName().isEmpty() ? session.topic().session().value() : session.topicName();
  }
}
