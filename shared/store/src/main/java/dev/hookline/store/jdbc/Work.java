package dev.hookline.store.jdbc;

import java.sql.SQLException;

/**
 * What is to be done in a transaction. It may be run again after a rollback, so it must not change
 * anything but the database.
 */
@FunctionalInterface
interface Work<T> {

  T in(Tx tx) throws SQLException;
}
