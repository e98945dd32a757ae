package dev.hookline.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The bot's updates: stored first, handled then, each once. */
public interface Updates {

  /** The offset to ask Telegram for next; 0 at the very start. */
  Future<Long> nextOffset(long bot);

  /**
   * Stores a batch and the offset behind it in one transaction. Known updates are ignored. Message
   * ids become known to their chat.
   */
  Future<Void> store(long bot, List<IncomingUpdate> batch, Instant now);

  /** Stored updates that were not handled yet, in order. */
  Future<List<IncomingUpdate>> unhandled(long bot, int limit);

  /** Marks updates as handled. */
  Future<Void> handled(long bot, Collection<Long> updateIds);
}
