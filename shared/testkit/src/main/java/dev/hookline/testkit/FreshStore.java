package dev.hookline.testkit;

import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;

/** Opens real stores in a test's own directory. */
public final class FreshStore {

  private static final String FILE = "hookline.db";

  private FreshStore() {}

  /** A SQLite store in the directory; what an earlier one left there is still in it. */
  public static Future<Store> in(Vertx vertx, Path directory) {
    return in(vertx, directory, Clock.systemUTC());
  }

  /** The same with a clock of the test's own. */
  public static Future<Store> in(Vertx vertx, Path directory, Clock clock) {
    return JdbcStore.open(vertx, JdbcStoreOptions.of(url(directory)), clock, System::nanoTime);
  }

  /** The URL of the directory's store. */
  public static String url(Path directory) {
    return "jdbc:sqlite:" + file(directory);
  }

  /** The file of the directory's store. */
  public static Path file(Path directory) {
    return directory.resolve(FILE);
  }
}
