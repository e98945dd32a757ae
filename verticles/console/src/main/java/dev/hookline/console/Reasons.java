package dev.hookline.console;

import dev.hookline.store.ChatLease;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTopic;
import java.time.Duration;
import java.time.Instant;

/**
 * Says in words why something waits. What blocks the whole chat comes before what concerns one
 * session, and that before what concerns one entry: the first of them is what a person would have
 * to change. The words begin in lower case, for the middle of a sentence. Immutable; no I/O.
 */
final class Reasons {

  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final String NO_NODE = "no node serves its chat yet";
  private static final String ITS_TURN = "to be sent shortly, one message at a time";

  private final int budget;

  /**
   * @param budget how many calls a chat gets in 60 seconds
   */
  Reasons(int budget) {
    this.budget = budget;
  }

  /**
   * Whether and why a chat takes no call at the moment; each state is worse than the one before.
   */
  enum ChatState {
    /** Calls can be made. */
    OPEN,
    /** As many calls as allowed were made in the last minute. */
    USED_UP,
    /** Telegram asked for silence. */
    PAUSED,
    /** A person must put something right. */
    STOPPED
  }

  /** Where a chat stands. */
  ChatState state(ChatSummary chat, Instant now) {
    if (chat.lease().suspended() != null) {
      return ChatState.STOPPED;
    }
    if (chat.lease().closedUntil().isAfter(now)) {
      return ChatState.PAUSED;
    }
    return left(chat, now) == 0 ? ChatState.USED_UP : ChatState.OPEN;
  }

  /** How many calls a chat gets in a minute: half as many in the minute after a pause. */
  int allowed(ChatSummary chat, Instant now) {
    boolean careful = now.isBefore(chat.lease().closedUntil().plus(WINDOW));
    return careful ? Math.max(1, budget / 2) : budget;
  }

  /** How many calls are left of it. */
  int left(ChatSummary chat, Instant now) {
    return Math.max(0, allowed(chat, now) - chat.callsInWindow());
  }

  /** A chat's state in words. */
  String chat(ChatSummary chat, Instant now) {
    ChatLease lease = chat.lease();
    return switch (state(chat, now)) {
      case STOPPED -> "chat stopped, " + Words.plain(lease.suspended());
      case PAUSED ->
          "Telegram asked for a pause, next call in " + Words.between(now, lease.closedUntil());
      case USED_UP -> "chat budget used up, next call within a minute";
      case OPEN ->
          allowed(chat, now) < budget
              ? "open, with half the budget for the minute after Telegram's pause"
              : "open";
    };
  }

  /** A topic's state in words. */
  String topic(SessionTopic topic, Instant now) {
    return switch (topic.state()) {
      case NEEDED ->
          topic.retryAt().isAfter(now)
              ? "Telegram refused to create its topic, next try in "
                  + Words.between(now, topic.retryAt())
              : "its topic is being created";
      case BOUND -> "has its topic";
      case CLOSED -> "its topic is closed";
      case DOUBTED -> "Telegram says its topic is gone, which is being verified";
      case MUTED -> "its topic was deleted twice, so its events are kept and not sent";
    };
  }

  /**
   * Why a session's next entry is not shown yet.
   *
   * @param chat the session's chat, or null when none is served
   */
  String waiting(SessionSummary session, ChatSummary chat, Instant now) {
    SessionTopic topic = session.topic();
    if (topic.state() == SessionTopic.State.MUTED) {
      return topic(topic, now);
    }
    if (chat == null) {
      return NO_NODE;
    }
    if (state(chat, now) != ChatState.OPEN) {
      return chat(chat, now);
    }
    return switch (topic.state()) {
      case NEEDED, DOUBTED -> topic(topic, now);
      default -> head(session);
    };
  }

  private static String head(SessionSummary session) {
    String reason = session.headReason().isEmpty() ? "" : ": " + Words.plain(session.headReason());
    return switch (session.headState()) {
      case "AMBIGUOUS" -> "Telegram's answer was lost, looking for the message" + reason;
      case "SENDING" -> "being sent";
      case "PENDING" -> reason.isEmpty() ? ITS_TURN : "tried, and to be tried again" + reason;
      default -> "being put in order";
    };
  }
}
