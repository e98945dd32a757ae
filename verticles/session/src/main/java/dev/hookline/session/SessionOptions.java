package dev.hookline.session;

import dev.hookline.config.Settings;
import dev.hookline.store.RetentionOptions;
import java.time.Duration;
import java.util.Objects;

/**
 * Settings of the session room.
 *
 * @param order how long events wait for one another
 * @param topic how topics are created and verified
 * @param closeTopicOnEnd whether the topic of an ended session is closed
 * @param retention how long what is over is kept
 */
public record SessionOptions(
    OrderOptions order, TopicOptions topic, boolean closeTopicOnEnd, RetentionOptions retention) {

  private static final int MOST_DAYS = 36_500;

  /** The values that users get when they set nothing. */
  public static final SessionOptions DEFAULTS =
      new SessionOptions(
          OrderOptions.DEFAULTS, TopicOptions.DEFAULTS, true, RetentionOptions.DEFAULTS);

  public SessionOptions {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(retention, "retention");
  }

  /** Reads {@code session.*}, {@code order.*}, {@code topic.*} and {@code retention.*}. */
  public static SessionOptions from(Settings settings) {
    return new SessionOptions(
        OrderOptions.from(settings),
        TopicOptions.from(settings),
        settings.flag("session.closeTopicOnEnd", DEFAULTS.closeTopicOnEnd()),
        retention(settings));
  }

  private static RetentionOptions retention(Settings settings) {
    RetentionOptions usual = DEFAULTS.retention;
    return new RetentionOptions(
        days(settings, "retention.days", usual.kept()),
        days(settings, "retention.auditDays", usual.auditKept()),
        positive(settings, "retention.pauseMillis", usual.pause()));
  }

  private static Duration days(Settings settings, String key, Duration usual) {
    return Duration.ofDays(settings.integer(key, (int) usual.toDays(), 0, MOST_DAYS));
  }

  private static Duration positive(Settings settings, String key, Duration usual) {
    Duration value = settings.millis(key, usual);
    if (value.isZero()) {
      settings.problem(key, "0", "write milliseconds, 1 or more");
      return usual;
    }
    return value;
  }

  /**
   * How long events wait for one another.
   *
   * @param gapWait for a missing sequence number, after the first later arrival
   * @param backlogWait the same when the sender announced that it still holds the number
   * @param zeroWait for a number 0 when the first arrival is 1
   * @param toolWait of a tool's result for its start
   * @param textWait of a tool's start, or the end of a turn, for the text that it overtook
   * @param pieceWait of an answer's pieces for the rest
   */
  public record OrderOptions(
      Duration gapWait,
      Duration backlogWait,
      Duration zeroWait,
      Duration toolWait,
      Duration textWait,
      Duration pieceWait) {

    /** The values that users get when they set nothing. */
    public static final OrderOptions DEFAULTS =
        new OrderOptions(
            Duration.ofSeconds(3),
            Duration.ofSeconds(30),
            Duration.ofMillis(300),
            Duration.ofSeconds(3),
            Duration.ofMillis(300),
            Duration.ofSeconds(3));

    private static OrderOptions from(Settings settings) {
      return new OrderOptions(
          settings.millis("order.gapWaitMillis", DEFAULTS.gapWait),
          settings.millis("order.backlogWaitMillis", DEFAULTS.backlogWait),
          settings.millis("order.zeroWaitMillis", DEFAULTS.zeroWait),
          settings.millis("order.toolWaitMillis", DEFAULTS.toolWait),
          settings.millis("order.textWaitMillis", DEFAULTS.textWait),
          settings.millis("order.pieceWaitMillis", DEFAULTS.pieceWait));
    }
  }

  /**
   * How topics are created and verified.
   *
   * @param slotPatience how long to wait for a turn in the chat's lane before asking again, of a
   *     node that may have died or lost the chat meanwhile
   * @param callPatience how long to wait for the outcome of a call: more than the call may take
   * @param settle how long after an unknown outcome a creation may still take effect
   * @param cacheTime how long Telegram's servers may remember that a thread was there or not
   * @param retryDelay pause after a refused creation, when Telegram names none
   */
  public record TopicOptions(
      Duration slotPatience,
      Duration callPatience,
      Duration settle,
      Duration cacheTime,
      Duration retryDelay) {

    /** The values that users get when they set nothing. */
    public static final TopicOptions DEFAULTS =
        new TopicOptions(
            Duration.ofSeconds(5),
            Duration.ofSeconds(45),
            Duration.ofSeconds(30),
            Duration.ofSeconds(65),
            Duration.ofSeconds(10));

    private static TopicOptions from(Settings settings) {
      return new TopicOptions(
          positive(settings, "topic.slotPatienceMillis", DEFAULTS.slotPatience),
          positive(settings, "topic.callPatienceMillis", DEFAULTS.callPatience),
          settings.millis("topic.settleMillis", DEFAULTS.settle),
          settings.millis("topic.cacheTimeMillis", DEFAULTS.cacheTime),
          settings.millis("topic.retryDelayMillis", DEFAULTS.retryDelay));
    }
  }
}
