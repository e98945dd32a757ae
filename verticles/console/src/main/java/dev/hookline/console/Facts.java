package dev.hookline.console;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.ParkedEntry;
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
 * @param sessions those that wait and those that were active last, each once
 * @param all how many sessions there are, also those that are not among these
 * @param asking how many sessions' agents wait for an answer
 * @param chats the chats that are served
 * @param troubles newest first
 * @param parked what could not be shown, what was given up first at the front
 */
record Facts(
    Instant asOf,
    Totals totals,
    List<SessionSummary> sessions,
    long all,
    long asking,
    List<ChatSummary> chats,
    List<Trouble> troubles,
    List<ParkedEntry> parked) {

  Facts {
    Objects.requireNonNull(asOf, "asOf");
    Objects.requireNonNull(totals, "totals");
    sessions = List.copyOf(sessions);
    chats = List.copyOf(chats);
    troubles = List.copyOf(troubles);
    parked = List.copyOf(parked);
  }

  /** The chat that shows a session; null when none serves it. */
  ChatSummary chatOf(SessionSummary session) {
    return chatOf(session, chats);
  }

  /** The same among these chats. */
  static ChatSummary chatOf(SessionSummary session, List<ChatSummary> chats) {
    return chats.stream()
        .filter(chat -> chat.lease().chat() == session.topic().chat())
        .findFirst()
        .orElse(null);
  }

  /** A session's name for people, as far as it is among those that were looked at. */
  String name(SessionKey session) {
    return sessions.stream()
        .filter(known -> known.topic().session().equals(session))
        .findFirst()
        .map(Facts::name)
        .orElse(session.value());
  }

  /** A session's name for people. */
  static String name(SessionSummary session) {
    return session.topicName().isEmpty() ? session.topic().session().value() : session.topicName();
  }
}
