package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** SQLite: one writer at a time, any number of readers that see the last commit. */
final class SqliteDialect implements Dialect {

  static final String URL = "jdbc:sqlite:";

  private static final Logger LOGGER = LoggerFactory.getLogger(SqliteDialect.class);

  /**
   * Busy, locked, no memory, read-only, interrupted, I/O error, corrupt, full, cannot open, locking
   * protocol, no database.
   */
  private static final Set<Integer> OUTAGES = Set.of(5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 26);

  /** Corrupt, no database. */
  private static final Set<Integer> DAMAGE = Set.of(11, 26);

  /** One finding is enough. */
  private static final String QUICK_CHECK = "PRAGMA quick_check(1)";

  /** 212 MB took 0.5 s from memory and 4.7 s from a busy disk: more would be felt at each start. */
  private static final long MOST_EXAMINED_BYTES = 64L << 20;

  @Override
  public String connection(JdbcStoreOptions options) {
    String url = options.url() + (options.url().contains("?") ? '&' : '?');
    return url
        + "journal_mode=WAL&synchronous=FULL&foreign_keys=ON&busy_timeout="
        + options.busyTimeout().toMillis();
  }

  @Override
  public Properties properties(JdbcStoreOptions options) {
    return new Properties();
  }

  @Override
  public List<String> setUp(JdbcStoreOptions options) {
    return List.of("PRAGMA trusted_schema = OFF");
  }

  @Override
  public int writers() {
    return 1;
  }

  @Override
  public int mostTogether() {
    return 32;
  }

  @Override
  public String beginWriting() {
    return "BEGIN IMMEDIATE"; // a transaction that becomes a writer later can fail as busy
  }

  @Override
  public String beginReading() {
    return "BEGIN";
  }

  @Override
  public String forUpdate() {
    return "";
  }

  @Override
  public Optional<String> exclusion() {
    return Optional.empty();
  }

  @Override
  public Optional<String> now() {
    return Optional.empty();
  }

  @Override
  public String storable(String text) {
    return text;
  }

  @Override
  public String folded(String expression) {
    return "LOWER(" + expression + ")";
  }

  @Override
  public void prepare(JdbcStoreOptions options) {
    DatabaseFile.create(DatabaseFile.of(options.url()));
  }

  @Override
  public Optional<String> examination(JdbcStoreOptions options) {
    if (DatabaseFile.size(DatabaseFile.of(options.url())) <= MOST_EXAMINED_BYTES) {
      return Optional.of(QUICK_CHECK);
    }
    LOGGER.atInfo().log("the database is too large to be examined at each start");
    return Optional.empty();
  }

  @Override
  public String damaged(JdbcStoreOptions options, String finding) {
    return """
        the database %1$s is damaged (%2$s). Stop Hookline and keep a copy of the file. Then \
        restore a backup, or save what can be read: \
        sqlite3 '%1$s' .recover | sqlite3 '%1$s.new'"""
        .formatted(DatabaseFile.of(options.url()), finding);
  }

  @Override
  public boolean isOutage(SQLException cause) {
    return OUTAGES.contains(cause.getErrorCode() & 0xff)
        || String.valueOf(cause.getMessage()).contains("connection closed");
  }

  @Override
  public boolean isDamage(SQLException cause) {
    return DAMAGE.contains(cause.getErrorCode() & 0xff);
  }

  @Override
  public boolean isAway(SQLException cause) {
    return false; // it is a file
  }

  @Override
  public boolean isBroken(SQLException cause) {
    return false; // a file does not hang up
  }

  @Override
  public boolean isCollision(SQLException cause) {
    return false; // there is one writer
  }

  @Override
  public String fileTag() {
    return "sqlite";
  }
}
