package dev.hookline.console;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.ParkedEntry;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import java.time.Instant;
import java.util.List;

/** Facts as the store would state them. */
final class Given {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  static final long CHAT = -1001234567890L;

  private Given() {}

  static Totals totals(long accepted, long waiting, long parked) {
    return new Totals(
        accepted,
        accepted - waiting - parked,
        0,
        0,
        parked,
        waiting,
        0,
        0,
        0,
        waiting > 0 ? NOW : null);
  }

  static Facts facts(Totals totals, List<SessionSummary> sessions, ChatSummary... chats) {
    return new Facts(
        NOW, totals, sessions, sessions.size(), 0, List.of(chats), List.of(), List.of());
  }

  static ChatSummary chat(int calls) {
    return chat(calls, Instant.EPOCH, null);
  }

  static ChatSummary chat(int calls, Instant closedUntil, String suspended) {
    return new ChatSummary(
        new ChatLease(CHAT, "node-1", 3, closedUntil, suspended, 99), calls, 0, NOW);
  }

  static SessionSummary session(String id, State topic, long waiting) {
    return session(id, topic, waiting, "PENDING", "");
  }

  static SessionSummary session(
      String id, State topic, long waiting, String headState, String headReason) {
    return new SessionSummary(
        topic(id, topic, Instant.EPOCH), "", 10, waiting, headState, headReason, NOW);
  }

  static SessionTopic topic(String id, State state, Instant retryAt) {
    return new SessionTopic(
        new SessionKey(id), CHAT, "claude", "laptop", "/src/shop", "", 1, state, 7, NOW, retryAt);
  }

  static ParkedEntry parked(long position) {
    return new ParkedEntry(
        new SessionKey("s1"), position, "tool_start", "Bad Request: too strange", NOW);
  }

  static Trouble trouble(String what, String reason) {
    return new Trouble(new SessionKey("s1"), 4, what, reason, NOW);
  }
}
