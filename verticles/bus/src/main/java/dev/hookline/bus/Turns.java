package dev.hookline.bus;

import io.vertx.core.Future;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Lets one program's tails look one after the other, each when there is something new: what is on
 * its way to a program then is what one look found. Confined to one event loop.
 */
final class Turns {

  private final Set<Tail> waiting = new LinkedHashSet<>();
  private Tail looking;

  /** There may be something new for this one. */
  void wake(Tail tail) {
    waiting.add(tail);
    next();
  }

  /** This one wants no more. */
  void leave(Tail tail) {
    waiting.remove(tail);
  }

  private void next() {
    if (looking != null || waiting.isEmpty()) {
      return;
    }
    looking = waiting.iterator().next();
    waiting.remove(looking);
    Tail tail = looking;
    tail.look().recover(storeIsAway -> Future.succeededFuture(false)).onSuccess(this::looked);
  }

  private void looked(boolean more) {
    if (more) {
      waiting.add(looking);
    }
    looking = null;
    next();
  }
}
