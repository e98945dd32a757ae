package dev.hookline.ingest;

import dev.hookline.ingest.read.Checks;
import io.vertx.core.MultiMap;

/** Whether who sends a hook event waits for an answer to it. */
enum Waiting {
  /** On this connection, for as long as it takes. */
  NOW,
  /**
   * On this connection, beside the agent and not in its place: it goes on meanwhile, and who waits
   * hands over what is written to it.
   */
  IDLE,
  /** Nothing is said, as by agents that post by themselves: for what they ask, they wait. */
  UNSAID,
  /** Not now: somebody comes with the same event id in a moment, and waits then. */
  LATER,
  /** Nobody does. */
  NO;

  private static final String HEADER = "Hookline-Wait";

  /** Whether it waits for what is not there yet. */
  boolean isPatient() {
    return this == NOW || this == IDLE;
  }

  /** Whether this is a sender's that can be told that it should ask. */
  boolean asksLater() {
    return this == LATER || this == NO;
  }

  /**
   * Reads it.
   *
   * @throws dev.hookline.ingest.read.RefusedException when it is there and makes no sense
   */
  static Waiting read(MultiMap headers) {
    String value = headers.get(HEADER);
    return switch (value == null ? "" : value) {
      case "" -> UNSAID;
      case "now" -> NOW;
      case "idle" -> IDLE;
      case "later" -> LATER;
      case "no" -> NO;
      default -> throw Checks.refused(HEADER, value, "write now, idle, later or no");
    };
  }
}
