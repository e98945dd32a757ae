package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * PostgreSQL: many writers at once. Transactions are READ COMMITTED, and lock what they decide
 * about before they look at it: first the chat, then the session. Whoever waits for a lock sees
 * what the one before has committed.
 *
 * <p>Requests are not put together into one transaction: the server commits those of several
 * connections together by itself, and locks of one sender must not make another one wait.
 */
final class PostgresDialect implements Dialect {

  static final String URL = "jdbc:postgresql:";

  /** Serialization failure, deadlock, unique violation: codes of PostgreSQL's appendix A. */
  private static final Set<String> COLLISIONS = Set.of("40001", "40P01", "23505");

  /** Lock not available, and a transaction that was idle for too long. */
  private static final Set<String> OUTAGES = Set.of("55P03", "25P03", "25P04");

  /** Connection, resources, operator's intervention, system error, internal error. */
  private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53", "57", "58", "XX");

  /** Who writes on a connection that the server has ended is told one of these. */
  private static final Set<String> BROKEN = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** Longer than any statement may take: only a server that is silent lets it run out. */
  private static final Duration SILENCE = Duration.ofSeconds(2);

  @Override
  public String connection(JdbcStoreOptions options) {
    return options.url();
  }

  @Override
  public Properties properties(JdbcStoreOptions options) {
    Properties properties = new Properties();
    options.login().user().ifPresent(user -> properties.setProperty("user", user));
    options.login().password().ifPresent(word -> properties.setProperty("password", word));
    properties.setProperty("ApplicationName", "hookline");
    properties.setProperty("logServerErrorDetail", "false"); // it would quote what agents said
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", seconds(CONNECT_TIMEOUT));
    properties.setProperty("socketTimeout", seconds(options.patience().plus(SILENCE)));
    return properties;
  }

  // A node that stops in the middle of a transaction must not keep the others from a chat.
  @Override
  public List<String> setUp(JdbcStoreOptions options) {
    long busy = options.busyTimeout().toMillis();
    return List.of(
        "SET lock_timeout = " + busy,
        "SET idle_in_transaction_session_timeout = " + busy,
        "SET statement_timeout = " + options.patience().toMillis(),
        "SET synchronous_commit = on");
  }

  @Override
  public int writers() {
    return 4;
  }

  @Override
  public int mostTogether() {
    return 1;
  }

  @Override
  public String beginWriting() {
    return "BEGIN ISOLATION LEVEL READ COMMITTED";
  }

  @Override
  public String beginReading() {
    return "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
  }

  @Override
  public String forUpdate() {
    return " FOR UPDATE";
  }

  @Override
  public Optional<String> exclusion() {
    return Optional.of(
        """
        SELECT COUNT(pg_advisory_xact_lock(name)) FROM (
          SELECT DISTINCT hashtextextended(column1, 0) AS name FROM (VALUES %s) AS v
          ORDER BY name) AS names""");
  }

  @Override
  public Optional<String> now() {
    return Optional.of(
        "SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT) AS now");
  }

  @Override
  public String storable(String text) {
    return text.replace('\0', '\ufffd'); // PostgreSQL's texts have no NUL
  }

  @Override
  public String folded(String expression) {
    return "LOWER((" + expression + ") COLLATE \"C\")"; // others fold as the server's locale says
  }

  @Override
  public void prepare(JdbcStoreOptions options) {
    // the server is somebody else's
  }

  @Override
  public Optional<String> examination(JdbcStoreOptions options) {
    return Optional.empty();
  }

  @Override
  public String damaged(JdbcStoreOptions options, String finding) {
    return "the database is damaged (" + finding + "). Ask who looks after the server";
  }

  @Override
  public boolean isOutage(SQLException cause) {
    String state = state(cause);
    return OUTAGES.contains(state)
        || (COLLISIONS.contains(state) && !state.startsWith("23"))
        || OUTAGE_CLASSES.stream().anyMatch(state::startsWith);
  }

  @Override
  public boolean isDamage(SQLException cause) {
    return state(cause).startsWith("XX00") && !state(cause).equals("XX000"); // corrupted
  }

  @Override
  public boolean isAway(SQLException cause) {
    return isBroken(cause);
  }

  @Override
  public boolean isBroken(SQLException cause) {
    return state(cause).startsWith("08") || BROKEN.contains(state(cause));
  }

  @Override
  public boolean isCollision(SQLException cause) {
    return COLLISIONS.contains(state(cause));
  }

  @Override
  public String fileTag() {
    return "postgresql";
  }

  private static String state(SQLException cause) {
    return cause.getSQLState() == null ? "" : cause.getSQLState();
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }
}
