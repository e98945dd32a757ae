package dev.hookline.app.bench.chat;

import dev.hookline.store.NewEvent;

/**
 * An event of a scenario.
 *
 * @param atMillis when it comes, counted from the scenario's beginning
 * @param event it
 * @param mark what its message shows and no other event's, or empty when there is nothing such
 * @param urgent whether a person waits for it
 */
record Told(long atMillis, NewEvent event, String mark, boolean urgent) {

  /** When something comes that is not to be measured. */
  static final long BEFORE = -1;

  boolean isMeasured() {
    return atMillis >= 0 && event.event().type().shown();
  }
}
