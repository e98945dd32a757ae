package dev.hookline.store;

/**
 * The database cannot be used now: it is down, full, read-only or too slow. Whether the last change
 * was committed is unknown; repeating it with the same ids is safe.
 */
public final class StoreUnavailableException extends RuntimeException {

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
