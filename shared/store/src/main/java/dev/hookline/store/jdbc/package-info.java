/**
 * The store on a relational database, through JDBC. The only package that knows SQL.
 *
 * <p>Every port is one class with its statements beside it; {@link
 * dev.hookline.store.jdbc.Database} runs them in transactions, and what differs between databases
 * is in {@link dev.hookline.store.jdbc.Dialect}. Safe to call from any thread.
 */
package dev.hookline.store.jdbc;
