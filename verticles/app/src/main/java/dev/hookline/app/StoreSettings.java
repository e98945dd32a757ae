package dev.hookline.app;

import dev.hookline.config.Settings;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.store.jdbc.Login;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads where the database is, and who logs in to it. */
final class StoreSettings {

  private static final String URL = "store.url";
  private static final String USER = "store.user";
  private static final String PASSWORD_FILE = "store.passwordFile";

  private StoreSettings() {}

  /** The database; what is wrong with it is noted in the settings, without showing a password. */
  static JdbcStoreOptions read(Settings settings) {
    String url = settings.text(URL, "jdbc:sqlite:${dataDir}/hookline.db");
    if (!url.startsWith("jdbc:sqlite:") && !url.startsWith("jdbc:postgresql:")) {
      settings.problem(
          URL,
          url.replaceAll("[?].*", "?…"),
          "write jdbc:sqlite:/path/file.db or jdbc:postgresql://host:port/database");
    }
    Optional<String> user = Optional.of(settings.text(USER, "")).filter(name -> !name.isEmpty());
    return JdbcStoreOptions.of(url, new Login(user, password(settings)));
  }

  private static Optional<String> password(Settings settings) {
    Optional<Path> file = settings.path(PASSWORD_FILE);
    try {
      return file.isEmpty() ? Optional.empty() : Optional.of(Files.readString(file.get()).strip());
    } catch (IOException unreadable) {
      settings.problem(
          PASSWORD_FILE,
          file.get().toString(),
          "name a file that can be read (" + unreadable.getClass().getSimpleName() + ")");
      return Optional.empty();
    }
  }
}
