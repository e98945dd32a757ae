package dev.hookline.messages;

/** A bus message of a version that this node does not read. */
public final class UndecodableMessageException extends RuntimeException {

  public UndecodableMessageException(String message) {
    super(message);
  }
}
