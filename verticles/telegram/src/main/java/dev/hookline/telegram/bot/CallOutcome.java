package dev.hookline.telegram.bot;

import java.util.function.Function;

/**
 * What became of one call, and how certain that is. Every call ends in one of these; none fails.
 *
 * @param <T> what a call that was done brings
 */
public sealed interface CallOutcome<T> {

  /**
   * Telegram did it.
   *
   * @param value what it answered
   */
  record Done<T>(T value) implements CallOutcome<T> {}

  /**
   * Telegram said no, in words we could read: it had no effect.
   *
   * @param code the Bot API's error code
   * @param description its words
   * @param retryAfterMillis how long it asks us to wait; 0 when it does not say
   * @param migrateTo the chat's new id; 0 when it has none
   */
  record Refused<T>(int code, String description, long retryAfterMillis, long migrateTo)
      implements CallOutcome<T> {

    /** What the refusal means for us. */
    public Refusal meaning() {
      return Refusal.of(code, description, migrateTo);
    }
  }

  /**
   * The request never left this machine: it had no effect.
   *
   * @param reason in words
   */
  record NotSent<T>(String reason) implements CallOutcome<T> {}

  /**
   * It may have had its effect, or may yet have it.
   *
   * @param reason in words
   */
  record Unknown<T>(String reason) implements CallOutcome<T> {}

  /** The same outcome with another value. */
  default <U> CallOutcome<U> map(Function<T, U> change) {
    if (this instanceof Done<T> done) {
      return new Done<>(change.apply(done.value()));
    }
    if (this instanceof Refused<T> refused) {
      return new Refused<>(
          refused.code(), refused.description(), refused.retryAfterMillis(), refused.migrateTo());
    }
    return this instanceof NotSent<T> notSent
        ? new NotSent<>(notSent.reason())
        : new Unknown<>(((Unknown<T>) this).reason());
  }
}
