package dev.hookline.ingest;

import dev.hookline.ingest.read.Checks;
import io.vertx.core.MultiMap;

/** Whether who sends a question waits for its answer. */
enum Waiting {
  /** On this connection, as agents do that post by themselves. */
  NOW,
  /** Not now: somebody comes with the same event id in a moment, and waits then. */
  LATER,
  /** Nobody does. */
  NO;

  private static final String HEADER = "Hookline-Wait";

  /**
   * Reads it; whoever says nothing waits.
   *
   * @throws dev.hookline.ingest.read.RefusedException when it is there and makes no sense
   */
  static Waiting read(MultiMap headers) {
    String value = headers.get(HEADER);
    return switch (value == null ? "now" : value) {
      case "now" -> NOW;
      case "later" -> LATER;
      case "no" -> NO;
      default -> throw Checks.refused(HEADER, value, "write now, later or no");
    };
  }
}
