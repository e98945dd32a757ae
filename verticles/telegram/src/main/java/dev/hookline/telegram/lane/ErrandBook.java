package dev.hookline.telegram.lane;

import dev.hookline.store.Errand;
import dev.hookline.store.Errands;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/** Writes down what became of errands. */
final class ErrandBook {

  private final Errands errands;
  private final Tenure tenure;
  private final LaneTime time;
  private final Persistence persistence;

  ErrandBook(Errands errands, Tenure tenure, LaneTime time, Persistence persistence) {
    this.errands = errands;
    this.tenure = tenure;
    this.time = time;
    this.persistence = persistence;
  }

  /** Takes the next one that is due. */
  Future<Optional<Errand>> next() {
    return errands.claim(tenure.lease(), time.wall());
  }

  /** What an earlier tenure began. */
  Future<List<Errand>> underWay() {
    return errands.underWay(tenure.lease());
  }

  /**
   * It is done.
   *
   * @param message our message that says it; 0 when there is none
   */
  Future<Void> done(Errand errand, long message) {
    return persistence.insist(
        "errand", () -> errands.done(tenure.lease(), errand, message, time.wall()));
  }

  /** Nothing was done: due again after so many milliseconds. */
  Future<Void> again(Errand errand, long millis) {
    return persistence.insist(
        "errand put back",
        () -> errands.putBack(tenure.lease(), errand, time.wall().plusMillis(millis)));
  }

  /** It cannot be done, and nobody can be told. */
  Future<Void> drop(Errand errand, String why) {
    return persistence.insist(
        "errand dropped", () -> errands.drop(tenure.lease(), errand, why, time.wall()));
  }

  /** It cannot be done: who asked for it is told so. */
  Future<Void> sayInstead(Errand errand, String words) {
    return persistence.insist(
        "errand answered", () -> errands.sayInstead(tenure.lease(), errand, words, time.wall()));
  }
}
