package dev.hookline.store;

import java.time.Duration;
import java.util.Objects;

/**
 * How long what is over stays in the store.
 *
 * @param kept events that were shown, and the bot's updates; zero: for ever
 * @param auditKept who did what from the chat; zero: for ever
 * @param pause how long a node waits between two looks at what is over
 */
public record RetentionOptions(Duration kept, Duration auditKept, Duration pause) {

  /** The values that users get when they set nothing. */
  public static final RetentionOptions DEFAULTS =
      new RetentionOptions(Duration.ofDays(30), Duration.ofDays(365), Duration.ofHours(1));

  public RetentionOptions {
    Objects.requireNonNull(kept, "kept");
    Objects.requireNonNull(auditKept, "auditKept");
    Objects.requireNonNull(pause, "pause");
  }
}
