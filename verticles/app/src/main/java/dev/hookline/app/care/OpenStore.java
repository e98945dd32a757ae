package dev.hookline.app.care;

import dev.hookline.app.CannotStartException;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** The store of a node that runs, for as long as a question takes. */
final class OpenStore {

  private static final long SECONDS = 30;

  private OpenStore() {}

  /**
   * Asks.
   *
   * @throws CannotStartException when the store cannot be opened
   */
  static <T> T with(JdbcStoreOptions options, Function<Store, T> question) {
    Vertx vertx = Vertx.vertx();
    try {
      Store store =
          JdbcStore.open(vertx, options, Clock.systemUTC(), System::nanoTime)
              .await(SECONDS, TimeUnit.SECONDS);
      try {
        return question.apply(store);
      } finally {
        store.close().await(SECONDS, TimeUnit.SECONDS);
      }
    } catch (Exception failed) {
      throw new CannotStartException(String.valueOf(failed.getMessage()), failed);
    } finally {
      vertx.close();
    }
  }
}
