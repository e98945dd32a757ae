package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The claims on topics: the law that keeps every session to one topic, whatever the locks say.
 *
 * <p>At most one attempt of a session is open, at most one is bound, and a bound thread belongs to
 * one session only; unique indexes hold that. An open attempt never expires: only evidence closes
 * it. Every method that closes one is a compare-and-set that answers whether it was the one to do
 * it.
 */
public interface Topics {

  /** The topic of a session, as it stands; empty when the session is unknown. */
  Future<Optional<SessionTopic>> of(SessionKey session);

  /** The session whose topic has this thread now; empty when it is nobody's. */
  Future<Optional<SessionTopic>> at(long chat, long thread);

  /** Sessions that have something to show, need a topic, and may have one created now. */
  Future<List<SessionTopic>> needing(Instant now, int limit);

  /**
   * Claims the right to create the session's topic.
   *
   * @param attempt a new id for this attempt
   * @param marker unique in its chat; part of the name
   * @return empty when somebody else has an open attempt, or the session has its topic
   */
  Future<Optional<TopicAttempt>> open(
      SessionTopic session, String attempt, String marker, String name, Instant now);

  /** Open or ambiguous → bound: the session's topic is this thread, for ever. */
  Future<Boolean> bind(String attempt, long thread, Instant now);

  /**
   * Open or ambiguous → failed: it certainly had no effect. The session may try at {@code retryAt}.
   */
  Future<Boolean> fail(String attempt, String reason, Instant retryAt);

  /** Open → ambiguous: nobody knows whether the topic exists. */
  Future<Boolean> doubt(String attempt, String reason, Instant now);

  /** Ambiguous → absent: evidence says that it was never created. */
  Future<Boolean> absent(String attempt, Instant now);

  /**
   * Records that a topic with this name exists, as its own creation message or a late answer says.
   * Binds the attempt with its marker when that is still open; otherwise a thread that is not bound
   * becomes an orphan.
   */
  Future<Sighting> sighted(long chat, long thread, String name, Instant now);

  /** Orphan → reaped: the topic was deleted. */
  Future<Boolean> reaped(String attempt, Instant now);

  /**
   * Attempts that wait for evidence: ambiguous ones, orphans, and open ones from before {@code
   * openedBefore}, whose node must have forgotten them.
   */
  Future<List<TopicAttempt>> unsettled(Instant openedBefore, int limit);

  /** Thread ids and message ids of the chat above the given one that are known to be somebody's. */
  Future<List<Long>> knownMessages(long chat, long above);

  /** Bound or closed → closed: the topic must be reopened before the next message. */
  Future<Boolean> closed(long chat, long thread, Instant now);

  /** Closed → bound. */
  Future<Boolean> reopened(long chat, long thread, Instant now);

  /** Bound or closed → doubted: Telegram said once that the thread is gone. */
  Future<Boolean> missing(SessionKey session, int generation, Instant now);

  /** Doubted → bound: the thread is there after all. */
  Future<Boolean> found(SessionKey session, int generation, Instant now);

  /**
   * Doubted → needed with the next generation, or muted when the topic was lost for the second time
   * within ten minutes. Entries that wait are shown in the new topic, after {@code note}.
   */
  Future<SessionTopic> lost(SessionKey session, int generation, String note, Instant now);

  /** Doubted topics, longest first. */
  Future<List<SessionTopic>> doubted(int limit);
}
