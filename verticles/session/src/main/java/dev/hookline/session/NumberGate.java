package dev.hookline.session;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.session.SessionOptions.OrderOptions;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.SourceProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Holds a numbering source's events back until the numbers before them have arrived, or until it is
 * certain that waiting longer helps nobody. One for each source and round.
 */
final class NumberGate {

  private final OrderOptions options;
  private final SourceProgress progress;
  private final Instant now;
  private long placedThrough;

  NumberGate(OrderOptions options, SourceProgress progress, Instant now) {
    this.options = options;
    this.progress = progress;
    this.now = now;
    this.placedThrough = progress.released() == null ? 0 : progress.released();
  }

  /** The highest number that has its place; 0 when none has. */
  long placedThrough() {
    return placedThrough;
  }

  /** Takes into account that a number has its place now. */
  void placed(long number) {
    placedThrough = Math.max(placedThrough, number);
  }

  /** Whether later numbers had their place before this one came. */
  boolean late(long number) {
    return progress.released() != null && number < progress.released();
  }

  /**
   * What stands before a number.
   *
   * @param number the number to place
   * @param before the number placed or passed before it
   * @param waiting the source's events from this number on, in order
   */
  Passage passage(long number, long before, List<FreshEvent> waiting) {
    if (late(number) || (before != 0 && number == before + 1)) {
      return Passage.OPEN;
    }
    if (progress.released() == null && number == progress.first() && number > 0) {
      return beginning(number, waiting);
    }
    return number <= progress.through() ? Passage.OPEN : gap(number, before, waiting);
  }

  // Sources count from 0 or from 1: nobody knows which until a 0 has come or its time is over.
  private Passage beginning(long number, List<FreshEvent> waiting) {
    if (number == 1) {
      Instant until = progress.firstAt().plus(options.zeroWait());
      return now.isBefore(until) ? Passage.closed(until) : Passage.OPEN;
    }
    Instant until = progress.firstAt().plus(patience(number - 1, waiting));
    return now.isBefore(until) ? Passage.closed(until) : Passage.gap(1, number - 1);
  }

  private Passage gap(long number, long before, List<FreshEvent> waiting) {
    long missing = Math.max(before, progress.through()) + 1;
    Instant firstLater =
        waiting.stream().map(FreshEvent::receivedAt).min(Instant::compareTo).orElse(now);
    Instant until = firstLater.plus(patience(missing, waiting));
    return now.isBefore(until) ? Passage.closed(until) : Passage.gap(missing, number - 1);
  }

  private Duration patience(long missing, List<FreshEvent> waiting) {
    boolean announced = waiting.stream().anyMatch(item -> spooledThrough(item.event()) >= missing);
    return announced ? options.backlogWait() : options.gapWait();
  }

  private static long spooledThrough(HookEvent event) {
    return event.metadata().getValue(MetadataKeys.SPOOLED_THROUGH) instanceof Number number
        ? number.longValue()
        : -1;
  }

  /**
   * Whether a number may pass.
   *
   * @param until when it may at the latest; null when it may now
   * @param missingFrom first number given up; 0 when none is
   * @param missingTo last number given up; 0 when none is
   */
  record Passage(Instant until, long missingFrom, long missingTo) {

    static final Passage OPEN = new Passage(null, 0, 0);

    static Passage closed(Instant until) {
      return new Passage(until, 0, 0);
    }

    static Passage gap(long from, long to) {
      return new Passage(null, from, to);
    }

    boolean open() {
      return until == null;
    }

    boolean gap() {
      return missingTo > 0;
    }

    /** The gap in words. */
    String words() {
      return missingFrom == missingTo
          ? "Event #" + missingFrom + " did not arrive."
          : "Events #" + missingFrom + " to #" + missingTo + " did not arrive.";
    }
  }
}
