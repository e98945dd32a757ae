package dev.hookline.store;

/** Another node serves the chat by now: the change was refused and nothing was written. */
public final class StaleLeaseException extends RuntimeException {

  public StaleLeaseException(long chat, long epoch) {
    super("the lease of chat " + chat + " with epoch " + epoch + " is over");
  }
}
