package dev.hookline.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A PostgreSQL server of a test's own: nothing need be installed. It writes to the disk as a real
 * one does, listens on 127.0.0.1 only, asks for no password unless it is sealed, and can be made to
 * crash. Blocks; not thread-safe.
 */
public final class PostgresServer implements AutoCloseable {

  private static final Duration LONGEST_START = Duration.ofSeconds(60);

  private static final String SEALED =
      """
      host all postgres 127.0.0.1/32 trust
      hostssl all all 127.0.0.1/32 scram-sha-256
      """;

  private final Path data;
  private final Map<String, String> settings;
  private EmbeddedPostgres server;

  private PostgresServer(Path data, Map<String, String> settings) {
    this.data = data;
    this.settings = settings;
  }

  /**
   * Starts a server; 1 to 4 s.
   *
   * @param directory where it keeps its data; what an earlier one left there is still in it
   */
  public static PostgresServer start(Path directory) {
    return start(directory, Map.of());
  }

  /**
   * Starts a server that everybody but the test itself, its user {@code postgres}, talks to under
   * TLS and with a password.
   *
   * @param directory where it keeps its data
   * @param certificate what it shows, in PEM; in it the name by which it is called
   * @param key the private key
   */
  public static PostgresServer sealed(Path directory, Path certificate, Path key)
      throws IOException {
    Path rules = Files.writeString(directory.resolve("pg_hba.conf"), SEALED);
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    return start(
        directory,
        Map.of(
            "hba_file", rules.toString(),
            "ssl", "on",
            "ssl_cert_file", certificate.toString(),
            "ssl_key_file", key.toString()));
  }

  private static PostgresServer start(Path directory, Map<String, String> settings) {
    PostgresServer started = new PostgresServer(directory.resolve("postgres"), settings);
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

  /** Makes a user with a password, and a database that is theirs and has their name. */
  public void create(String user, String password) {
    execute(
        "CREATE ROLE \"%s\" LOGIN PASSWORD '%s'".formatted(user, password),
        "CREATE DATABASE \"%s\" OWNER \"%s\"".formatted(user, user));
  }

  /** A database of a test's own: a schema by this name, which is created where it is missing. */
  public String url(String schema) {
    execute("CREATE SCHEMA IF NOT EXISTS \"" + schema + '"');
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

  private void execute(String... statements) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    } catch (SQLException cause) {
      throw new IllegalStateException(cause);
    }
  }

  private void run(int port) {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder()
              .setDataDirectory(data)
              .setCleanDataDirectory(false)
              .setPort(port)
              .setPGStartupWait(LONGEST_START)
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("fsync", "on") // the library turns both off
              .setServerConfig("synchronous_commit", "on");
      settings.forEach(builder::setServerConfig);
      server = builder.start();
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
