package dev.hookline.app;

/** The program cannot start; the message says why and what to do, and is all the user sees. */
public final class CannotStartException extends RuntimeException {

  public CannotStartException(String message) {
    super(message);
  }

  public CannotStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
