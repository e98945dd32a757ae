package dev.hookline.store.jdbc;

/** The database cannot be opened as it is. The message says why, and what a person should do. */
public final class UnusableDatabaseException extends RuntimeException {

  public UnusableDatabaseException(String message) {
    super(message);
  }

  public UnusableDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
