package dev.hookline.telegram.command;

/** A command cannot be carried out now, but a little later: it is to be tried again. */
public final class NotYetException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotYetException(String message) {
    super(message);
  }
}
