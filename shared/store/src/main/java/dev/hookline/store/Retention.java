package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/**
 * Takes out of the store what is over. What waits for anything stays, however old it is, and with
 * it all of its session: events still to be shown or counted, messages in doubt, parked entries,
 * open questions, what people wrote that no agent has, attempts that wait for evidence.
 *
 * <p>For good stay: the session itself with its sums, so that they balance for ever; its topic, for
 * no other may ever become its topic; of each source that numbers its events the latest ones, since
 * what is acknowledged next depends on them; and what may be twice in the chat. Each call takes out
 * a part, so that others need not wait long, and may be repeated.
 */
public interface Retention {

  /** Sessions that were quiet since {@code before} and have events to take out, oldest first. */
  Future<List<SessionKey>> over(Instant before, int limit);

  /**
   * Takes out some of a session's events, entries, messages, settled questions and delivered texts,
   * unless it is not quiet any more.
   *
   * @return whether there may be more
   */
  Future<Boolean> forget(SessionKey session, Instant before);

  /**
   * Takes out some of the bot's updates from before a time, which are all handled, what is known of
   * other people's messages up to them, and attempts that had no effect.
   *
   * @return whether there may be more
   */
  Future<Boolean> forgetUpdates(Instant before);

  /**
   * Takes out who did what from the chat before a time, and commands that were carried out by then.
   *
   * @return how many rows
   */
  Future<Integer> forgetAudit(Instant before);
}
