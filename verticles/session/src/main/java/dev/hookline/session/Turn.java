package dev.hookline.session;

import dev.hookline.store.Release;
import java.time.Instant;
import java.util.List;

/** Whether an event may have its place now. */
sealed interface Turn {

  /**
   * It may.
   *
   * @param kind the entry to append, {@code EVENT} or {@code MIRRORED}
   * @param events the places of arrival of all events that go with it, in order
   */
  record Now(Release.Kind kind, List<Long> events) implements Turn {

    static Now alone(long seq) {
      return new Now(Release.Kind.EVENT, List.of(seq));
    }
  }

  /**
   * It waits for something.
   *
   * @param until when it stops waiting; null when what it waits for is known to come
   * @param holdsOthers whether what arrived after it waits too, except text that it overtook
   */
  record Later(Instant until, boolean holdsOthers) implements Turn {}
}
