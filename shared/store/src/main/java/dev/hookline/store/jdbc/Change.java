package dev.hookline.store.jdbc;

import java.sql.SQLException;

/** {@link Work} that has no result. */
@FunctionalInterface
interface Change {

  void in(Tx tx) throws SQLException;
}
