package dev.hookline.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a test's own: nothing need be installed. It writes to the disk as a real
 * one does, listens on 127.0.0.1 only, asks for no password, and can be made to crash. Blocks; not
 * thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private final Path data;
  private EmbeddedPostgres server;

  private PostgresServer(Path data) {
    this.data = data;
  }

  /**
   * Starts a server; 1 to 4 s.
   *
   * @param directory where it keeps its data; what an earlier one left there is still in it
   */
  public static PostgresServer start(Path directory) {
    PostgresServer started = new PostgresServer(directory.resolve("postgres"));
    started.run(0);
    return started;
  }

  /** The port on 127.0.0.1, the same after a restart. */
  public int port() {
    return server.getPort();
  }

  /** Its only database, for its only user. */
  public String url() {
    return url(port());
  }

  /** The same by way of another port of this machine, such as a proxy's. */
  public static String url(int port) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
  }

  /** A database of a test's own: a schema by this name, which is created where it is missing. */
  public String url(String schema) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS \"" + schema + '"');
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
    return url() + "&currentSchema=" + schema;
  }

  /** Kills every process of the server: what was committed is still on the disk, nothing else. */
  public void crash() {
    ProcessHandle postmaster = ProcessHandle.of(postmaster()).orElseThrow();
    List<ProcessHandle> all =
        Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
        .join();
  }

  /** Starts it again on the same port, after a crash too. */
  public void restart() {
    int port = port();
    close();
    run(port);
  }

  /** Stops it. */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private void run(int port) {
    try {
      server =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(port)
              .setPGStartupWait(LONGEST_START)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on") // the library turns both off
              .setServerConfig("synchronous_commit", "on")
              .start();
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private long postmaster() {
    try {
      return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }
}
