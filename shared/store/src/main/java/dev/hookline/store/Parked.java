package dev.hookline.store;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** What could not be shown and waits for a person. */
public interface Parked {

  /** Parked entries, those that were parked first at the front. */
  Future<List<ParkedEntry>> list(int limit);

  /**
   * Gives a parked entry a new place, behind everything its session has to show. It is shown there
   * marked as late: never in the past, and never before what it was passed by.
   *
   * @return false when it is not parked any more
   */
  Future<Boolean> showAgain(ParkedEntry entry, Instant now);
}
