package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What differs between databases; the statements of the ports are the same for all. */
enum Dialect {

  /** SQLite: one writer at a time, any number of readers that see the last commit. */
  SQLITE {
    @Override
    String connection(JdbcStoreOptions options) {
      String url = options.url() + (options.url().contains("?") ? '&' : '?');
      return url
          + "journal_mode=WAL&synchronous=FULL&foreign_keys=ON&busy_timeout="
          + options.busyTimeout().toMillis();
    }

    @Override
    String beginWriting() {
      return "BEGIN IMMEDIATE"; // a transaction that becomes a writer later can fail as busy
    }

    @Override
    String beginReading() {
      return "BEGIN";
    }

    @Override
    List<String> setUp() {
      return List.of("PRAGMA trusted_schema = OFF");
    }

    @Override
    void prepare(JdbcStoreOptions options) {
      DatabaseFile.create(DatabaseFile.of(options.url()));
    }

    @Override
    Optional<String> examination(JdbcStoreOptions options) {
      return DatabaseFile.size(DatabaseFile.of(options.url())) <= MOST_EXAMINED_BYTES
          ? Optional.of(QUICK_CHECK)
          : Optional.empty();
    }

    @Override
    String damaged(JdbcStoreOptions options, String finding) {
      return """
          the database %1$s is damaged (%2$s). Stop Hookline and keep a copy of the file. Then \
          restore a backup, or save what can be read: \
          sqlite3 '%1$s' .recover | sqlite3 '%1$s.new'"""
          .formatted(DatabaseFile.of(options.url()), finding);
    }

    @Override
    boolean isOutage(SQLException cause) {
      return SQLITE_OUTAGES.contains(cause.getErrorCode() & 0xff)
          || String.valueOf(cause.getMessage()).contains("connection closed");
    }

    @Override
    boolean isDamage(SQLException cause) {
      return SQLITE_DAMAGE.contains(cause.getErrorCode() & 0xff);
    }
  };

  /**
   * Busy, locked, no memory, read-only, interrupted, I/O error, corrupt, full, cannot open, locking
   * protocol, no database.
   */
  private static final Set<Integer> SQLITE_OUTAGES = Set.of(5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26);

  /** Corrupt, no database. */
  private static final Set<Integer> SQLITE_DAMAGE = Set.of(11, 26);

  /** One finding is enough. */
  private static final String QUICK_CHECK = "PRAGMA quick_check(1)";

  /** 212 MB took 0.5 s from memory and 4.7 s from a busy disk: more would be felt at each start. */
  private static final long MOST_EXAMINED_BYTES = 64L << 20;

  private static final String SQLITE_URL = "jdbc:sqlite:";

  /** The dialect of a database. */
  static Dialect of(String url) {
    if (url.startsWith(SQLITE_URL)) {
      return SQLITE;
    }
    throw new UnusableDatabaseException(
        "store.url must begin with " + SQLITE_URL + ", but is " + url.replaceAll("[?].*", "?…"));
  }

  /** The driver's URL, with all that a connection needs. */
  abstract String connection(JdbcStoreOptions options);

  /** Begins a transaction that writes. */
  abstract String beginWriting();

  /** Begins a transaction that sees one state of the database throughout. */
  abstract String beginReading();

  /** What to run once on each new connection. */
  abstract List<String> setUp();

  /** Makes sure that there is a database to connect to. Blocks. */
  abstract void prepare(JdbcStoreOptions options);

  /**
   * A statement that reads the whole database and answers {@code ok} or what is wrong; empty when
   * that would take too long, or when the database looks after itself.
   */
  abstract Optional<String> examination(JdbcStoreOptions options);

  /** Says that the database is damaged, and what to do. */
  abstract String damaged(JdbcStoreOptions options, String finding);

  /** Whether the database could not be used, as opposed to a statement that makes no sense. */
  abstract boolean isOutage(SQLException cause);

  /** Whether the database cannot be read any more. */
  abstract boolean isDamage(SQLException cause);

  /** The part of a migration's file name that says whose it is. */
  String fileTag() {
    return name().toLowerCase(Locale.ROOT);
  }
}
