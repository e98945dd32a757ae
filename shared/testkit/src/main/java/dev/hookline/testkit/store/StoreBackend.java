package dev.hookline.testkit.store;

import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;

/** A kind of database that the contracts run against. */
@FunctionalInterface
public interface StoreBackend {

  /**
   * Opens a store of the test's own.
   *
   * @param directory names the store: the same directory is the same store, also after it was
   *     closed
   */
  Future<Store> open(Vertx vertx, Path directory, Clock clock);
}
