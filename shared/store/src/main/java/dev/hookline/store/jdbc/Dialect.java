package dev.hookline.store.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** What differs between databases; the statements of the ports are the same for all. */
interface Dialect {

  /** The dialect of a database. */
  static Dialect of(String url) {
    if (url.startsWith(SqliteDialect.URL)) {
      return new SqliteDialect();
    }
    if (url.startsWith(PostgresDialect.URL)) {
      return new PostgresDialect();
    }
    throw new UnusableDatabaseException(
        "store.url must begin with %s or %s, but is %s"
            .formatted(SqliteDialect.URL, PostgresDialect.URL, url.replaceAll("[?].*", "?…")));
  }

  /** The driver's URL, with all that a connection needs. */
  String connection(JdbcStoreOptions options);

  /** What the driver is told beside the URL. */
  Properties properties(JdbcStoreOptions options);

  /** What to run once on each new connection. */
  List<String> setUp(JdbcStoreOptions options);

  /** Connections that write at the same time. */
  int writers();

  /** The most requests that one transaction takes up. */
  int mostTogether();

  /** Begins a transaction that writes. */
  String beginWriting();

  /** Begins a transaction that sees one state of the database throughout. */
  String beginReading();

  /**
   * Ends a query that must keep others from changing the rows until the transaction ends; empty
   * where there is one writer at a time anyway.
   */
  String forUpdate();

  /**
   * Keeps others from taking in events of some sources until the transaction ends, and what keeps
   * others from changing the schema; empty where there is one writer at a time anyway.
   */
  Optional<String> exclusion();

  /** Asks for the database's own time, in milliseconds; empty where the node's time is used. */
  Optional<String> now();

  /** A text as the database can keep it. */
  String storable(String text);

  /**
   * A text with small letters in place of the capitals from A to Z, and of no others: that is what
   * all databases can do alike.
   */
  String folded(String expression);

  /** Makes sure that there is a database to connect to. Blocks. */
  void prepare(JdbcStoreOptions options);

  /**
   * A statement that reads the whole database and answers {@code ok} or what is wrong; empty when
   * that would take too long, or when the database looks after itself.
   */
  Optional<String> examination(JdbcStoreOptions options);

  /** Says that the database is damaged, and what to do. */
  String damaged(JdbcStoreOptions options, String finding);

  /** Whether the database could not be used, as opposed to a statement that makes no sense. */
  boolean isOutage(SQLException cause);

  /** Whether the database cannot be read any more. */
  boolean isDamage(SQLException cause);

  /** Whether nobody answers there at present, which may change by itself. */
  boolean isAway(SQLException cause);

  /** Whether the connection is of no use any more. */
  boolean isBroken(SQLException cause);

  /** Whether others were in the way: the transaction may succeed when it is run again. */
  boolean isCollision(SQLException cause);

  /** The part of a migration's file name that says whose it is. */
  String fileTag();
}
