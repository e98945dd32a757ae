package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people write for agents: one queue for each session. Each text is taken in once, in order,
 * and handed out at most once, whoever asks for it and however many nodes do. What became of a text
 * whose way to the agent broke off is not guessed: it is in doubt, and people are told.
 */
public interface Replies {

  /** How many texts may wait for one session. */
  int MOST_WAITING = 50;

  /** What became of a text that somebody wrote. */
  enum Outcome {
    /** It waits for the agent. */
    WAITING,
    /** Too much waits already; the topic says so. */
    TOO_MANY,
    /** The topic is no session's. */
    NOBODYS,
    /** Its update was handled before. */
    BEFORE
  }

  /**
   * What became of a text that somebody wrote.
   *
   * @param session for whose agent it is; null when it is for nobody's, or came before
   */
  record Taken(Outcome outcome, SessionKey session) {}

  // --- For who reads updates

  /**
   * Takes a text in, and marks its update as handled, in one transaction. The update must have been
   * stored.
   */
  Future<Taken> take(NewReply reply, Instant now);

  /**
   * Says in the topic why a text is not taken, and marks its update as handled, in one transaction.
   *
   * @param words what to say
   * @return whether it was said; it is not when the topic is no session's, or it was said before
   */
  Future<Boolean> refuse(NewReply reply, String words, Instant now);

  /** Texts of a chat whose file is still to be fetched, oldest first. */
  Future<List<QueuedReply>> unfetched(long chat, int limit);

  /**
   * The file of a text is there, or will never be: the text can be given now.
   *
   * @param text what the agent is to be told in the end
   * @param words what to say in the topic; empty for nothing
   */
  Future<Void> fetched(QueuedReply reply, String text, String words, Instant now);

  // --- For who can tell an agent

  /**
   * The agent can be told something now: what waits is its own from here on. Until one of the next
   * two is called, it is on its way.
   */
  Future<Heard> hear(Listener listener, Instant now);

  /**
   * Whether an agent at the end of its turn is about to go on without being told anything: more of
   * what it started in the background is over than it has heard of. It should not be kept.
   */
  Future<Boolean> goesOnByItself(Listener listener);

  /** The agent has got all that was for this exchange. */
  Future<Void> delivered(SessionKey session, String exchange);

  /** The agent has certainly got nothing of it: all of it waits again. */
  Future<Void> release(SessionKey session, String exchange);

  // --- For who shows

  /**
   * What has been on its way for too long is in doubt from now on, and its topic says so.
   *
   * @return whether there was something
   */
  Future<Boolean> doubt(Duration tooLong, Instant now);

  /** The next message in the chat that does not show what became of its text. */
  Future<Optional<ReplyMark>> unmarked(ChatLease lease);

  /** The message shows it. */
  Future<Void> marked(ChatLease lease, ReplyMark mark);

  // --- For people

  /** What waits for a session's agent, in order: for a command that lists it. */
  Future<List<QueuedReply>> waiting(SessionKey session);

  /**
   * What a message says to a session's agent, and what became of it.
   *
   * @param message the message; 0 for the latest that says something to it
   * @return empty when nothing was taken in from there
   */
  Future<Optional<QueuedReply>> written(SessionKey session, long message);
}
