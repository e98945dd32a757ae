package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Sessions that want a turn to create a topic, in the order in which they first asked. A turn given
 * to one whose asker has gone, or died, would stop the lane for nothing: so a wish is good for a
 * little less than its asker's patience, and keeps its place for a while longer.
 */
final class Wishes {

  private static final long PLACE_KEPT_MILLIS = 10_000;

  private record Wish(Promise<TopicSlot> slot, long until) {

    boolean isLive(long now) {
      return now < until;
    }

    boolean isForgotten(long now) {
      return now >= until + PLACE_KEPT_MILLIS;
    }
  }

  private final Map<SessionKey, Wish> waiting = new LinkedHashMap<>();

  /** Adds a wish, at the place of an older one of the same session, which fails. */
  Future<TopicSlot> add(TopicSlotWanted wanted, long now) {
    Promise<TopicSlot> slot = Promise.promise();
    long until = now + wanted.patienceMillis() - wanted.patienceMillis() / 10;
    Wish older = waiting.put(wanted.session(), new Wish(slot, until));
    if (older != null) {
      older.slot().tryFail("a newer request of the same session took its place");
    }
    return slot.future();
  }

  /** Whether somebody waits for a turn now. */
  boolean any(long now) {
    waiting.values().removeIf(wish -> wish.isForgotten(now));
    return waiting.values().stream().anyMatch(wish -> wish.isLive(now));
  }

  /** Takes out the first who still waits. */
  Optional<Promise<TopicSlot>> next(long now) {
    Iterator<Wish> wishes = waiting.values().iterator();
    while (wishes.hasNext()) {
      Wish wish = wishes.next();
      if (wish.isLive(now)) {
        wishes.remove();
        return Optional.of(wish.slot());
      }
    }
    return Optional.empty();
  }

  /** Nobody gets a turn any more. */
  void refuse(String reason) {
    waiting.values().forEach(wish -> wish.slot().tryFail(reason));
    waiting.clear();
  }
}
