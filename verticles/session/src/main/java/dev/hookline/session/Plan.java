package dev.hookline.session;

import dev.hookline.store.Release;
import java.time.Instant;
import java.util.List;

/**
 * What the sequencer decided.
 *
 * @param releases entries to append now, in order
 * @param wakeAt when to look again although nothing new has arrived; null when nothing waits
 */
record Plan(List<Release> releases, Instant wakeAt) {

  Plan {
    releases = List.copyOf(releases);
  }
}
