package dev.hookline.session;

import dev.hookline.messages.EventType;
import dev.hookline.session.SessionOptions.OrderOptions;
import dev.hookline.store.Release;
import dev.hookline.store.SessionView;
import java.time.Instant;

/**
 * Decides in which order a session's events are shown, and how long they wait for one another. Free
 * of I/O and of time: the same view at the same moment gives the same plan. Thread-safe.
 *
 * <p>Numbered events go in the order of their source's numbers ({@link NumberGate}); unnumbered
 * ones in the order of their arrival, corrected where a cause is known ({@link Causes}). What
 * several sources sent at once goes in the order of arrival. Nothing waits for ever, and what came
 * too late is shown late and marked.
 */
final class Sequencer {

  private final OrderOptions options;
  private final boolean closeTopicOnEnd;

  Sequencer(OrderOptions options, boolean closeTopicOnEnd) {
    this.options = options;
    this.closeTopicOnEnd = closeTopicOnEnd;
  }

  /** What to append to the session's outbox now, and when to look again. */
  Plan plan(SessionView view, Instant now) {
    Round round = new Round(view, options, now);
    Instant wakeAt = round.placeAll();
    if (closeTopicOnEnd && round.lastPlaced() == EventType.SESSION_END) {
      round.append(Release.words(Release.Kind.CLOSE, ""));
    }
    return new Plan(round.releases(), wakeAt);
  }
}
