/**
 * What every implementation of the store must do: one contract for each port, to be inherited by
 * the tests of each database.
 *
 * <p>The contracts run against SQLite in this module's own tests. They cannot run in the store's:
 * that module would have to depend on this one, which depends on it.
 */
package dev.hookline.testkit.store;
