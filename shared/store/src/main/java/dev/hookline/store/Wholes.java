package dev.hookline.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Optional;

/**
 * What messages had no room for and people want to see. Each wish becomes an entry of the outbox,
 * behind everything its session has to show, and shares the fate of all entries: it is shown in its
 * place, within the budget, and survives restarts.
 */
public interface Wholes {

  /** What became of a wish. */
  enum Wish {
    /** It has its place in the outbox. */
    GRANTED,
    /** The same was wanted a moment ago, or by the very same press. */
    GRANTED_BEFORE,
    /** Too much was wanted in the chat lately. */
    TOO_MANY,
    /** The message is none of its session's topic as it is now. */
    GONE
  }

  /** What the message under which was pressed shows; empty when it is none of its topic's. */
  Future<Optional<MessagePlace>> under(Press press);

  /**
   * Gives the whole of what a message shows an entry of its own. The press is looked at once more
   * in the same transaction.
   *
   * @param most how many may be wanted in the chat within a minute, those still waiting counted
   */
  Future<Wish> want(Press press, MessagePlace place, int most, Instant now);
}
