package dev.hookline.telegram.poll;

import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Store;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.Updates;
import dev.hookline.telegram.command.NotYetException;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Handles what is stored, in order and each update once. */
public final class StoredUpdates {

  private static final Logger LOGGER = LoggerFactory.getLogger(StoredUpdates.class);
  private static final int LIMIT = 100;

  private final Updates updates;
  private final UpdateHandler handler;
  private final BooleanSupplier mayHandle;

  /**
   * @param desk what people press goes there
   * @param mayHandle whether no other node handles them yet; asked before each
   */
  public StoredUpdates(Store store, EventBus bus, PressDesk desk, BooleanSupplier mayHandle) {
    this.updates = store.updates();
    this.handler = new UpdateHandler(store.topics(), bus, desk, store.clock());
    this.mayHandle = mayHandle;
  }

  /** Fails when the store does, or when another node may be at it. */
  public Future<Void> handleAll(long bot) {
    return updates
        .unhandled(bot, LIMIT)
        .compose(
            waiting -> {
              Future<Void> done = Future.succeededFuture();
              for (IncomingUpdate update : waiting) {
                done = done.compose(ignored -> handle(bot, update));
              }
              return waiting.size() < LIMIT ? done : done.compose(ignored -> handleAll(bot));
            });
  }

  // The list may have been read before this process stood still: what another node has handled
  // since then, and what came after it, must not be undone.
  private Future<Void> handle(long bot, IncomingUpdate update) {
    if (!mayHandle.getAsBoolean()) {
      return Future.failedFuture("another node may read the updates by now");
    }
    return Future.succeededFuture()
        .compose(ignored -> handler.handle(bot, update))
        .recover(cause -> poisoned(update, cause))
        .compose(ignored -> updates.handled(bot, List.of(update.updateId())));
  }

  // An update that cannot be handled would be tried for ever; the store's own failures pass, and
  // those of the moment.
  private static Future<Void> poisoned(IncomingUpdate update, Throwable cause) {
    if (cause instanceof StoreUnavailableException || cause instanceof NotYetException) {
      return Future.failedFuture(cause);
    }
    LOGGER
        .atError()
        .addKeyValue("update", update.updateId())
        .setCause(cause)
        .log("an update could not be handled; it is kept and passed over");
    return Future.succeededFuture();
  }
}
