package dev.hookline.store.jdbc;

import java.sql.SQLException;

/**
 * A place for one connection, that is opened anew after it broke. Blocks; used by one thread at a
 * time.
 */
final class Link {

  private final Dialect dialect;
  private final Opener opener;
  private Tx tx; // null while there is no connection

  Link(Dialect dialect, Opener opener) {
    this.dialect = dialect;
    this.opener = opener;
  }

  /** The connection; opens it when there is none. */
  Tx open() throws SQLException {
    if (tx == null) {
      tx = opener.open();
    }
    return tx;
  }

  /**
   * Runs a request's first statement on the connection; one that broke while nobody used it is
   * replaced, since nothing was done on it.
   */
  <T> T first(Use<T> statement) throws SQLException {
    boolean kept = tx != null;
    try {
      return statement.on(open());
    } catch (SQLException cause) {
      failed(cause);
      if (!kept || tx != null) {
        throw cause;
      }
      return statement.on(open());
    }
  }

  /** Looks at a failure: a connection that broke is not used again. */
  void failed(Exception cause) {
    if (cause instanceof SQLException sql && dialect.isBroken(sql)) {
      close();
    }
  }

  void close() {
    Tx closing = tx;
    tx = null;
    try {
      if (closing != null) {
        closing.close();
      }
    } catch (SQLException broken) {
      // there was nobody any more to take leave of
    }
  }

  /** Uses a connection. */
  @FunctionalInterface
  interface Use<T> {
    T on(Tx tx) throws SQLException;
  }

  /** Opens a connection. */
  @FunctionalInterface
  interface Opener {
    Tx open() throws SQLException;
  }
}
