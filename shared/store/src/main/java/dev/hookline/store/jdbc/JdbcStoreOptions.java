package dev.hookline.store.jdbc;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Objects;

/**
 * How to use the database.
 *
 * @param url where it is: {@code jdbc:sqlite:/path/file.db} or {@code
 *     jdbc:postgresql://host:port/name}
 * @param login who logs in, where the URL does not say it
 * @param readers connections that only read
 * @param busyTimeout how long a statement waits for others that lock what it needs
 * @param patience how long a caller waits for a transaction; whether it was committed is then
 *     unknown
 * @param mostWaiting transactions that may wait for their turn; further ones fail at once
 */
public record JdbcStoreOptions(
    String url,
    Login login,
    int readers,
    Duration busyTimeout,
    Duration patience,
    int mostWaiting) {

  public JdbcStoreOptions {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(login, "login");
    Objects.requireNonNull(busyTimeout, "busyTimeout");
    Objects.requireNonNull(patience, "patience");
    if (readers < 1) {
      throw new IllegalArgumentException("readers must be at least 1: " + readers);
    }
  }

  /** The options that fit a node. */
  public static JdbcStoreOptions of(String url) {
    return of(url, Login.NONE);
  }

  /** The same for a database that asks who is there. */
  public static JdbcStoreOptions of(String url, Login login) {
    return new JdbcStoreOptions(
        url, login, 2, Duration.ofSeconds(5), Duration.ofSeconds(10), 10_000);
  }

  /** Whether there may be a database to open: false when it is a file, and that is missing. */
  public boolean exists() {
    return !url.startsWith(DatabaseFile.PREFIX) || Files.exists(DatabaseFile.of(url));
  }

  /** Shows no password, wherever it stands. */
  @Override
  public String toString() {
    return "JdbcStoreOptions[" + url.replaceAll("[?].*", "?…") + ']';
  }
}
