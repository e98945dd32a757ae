package dev.hookline.ingest;

import dev.hookline.testkit.FreshStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Supplier;

/** Another program that holds the database, so that nobody else can write. */
final class LockedDatabase {

  private LockedDatabase() {}

  /** Does something while the directory's database is held. */
  static <T> T during(Path directory, Supplier<T> deed) {
    try (Connection connection = DriverManager.getConnection(FreshStore.url(directory))) {
      connection.createStatement().execute("BEGIN IMMEDIATE");
      return deed.get();
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
