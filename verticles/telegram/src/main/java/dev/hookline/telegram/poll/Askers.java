package dev.hookline.telegram.poll;

import dev.hookline.messages.UpdatesRead;
import io.vertx.core.Future;
import io.vertx.core.Promise;

/**
 * Those who wait until the updates are read to their end. A poll that was under way when they asked
 * proves nothing to them: its answer may have left Telegram before.
 */
final class Askers {

  private Promise<UpdatesRead> asked; // since the poll under way began; null when nobody did
  private Promise<UpdatesRead> served; // by the poll under way; null when nobody is

  /**
   * Completes when a poll that begins after now has emptied the queue; fails when a poll failed.
   */
  Future<UpdatesRead> add() {
    if (asked == null) {
      asked = Promise.promise();
    }
    return asked.future();
  }

  /** A poll begins. Answers whether somebody waits for it. */
  boolean pollBegins() {
    if (served == null) { // else the queue was not empty after the last poll, and they still wait
      served = asked;
      asked = null;
    }
    return served != null;
  }

  /** The queue is empty, and everything is stored and handled. */
  void emptied() {
    if (served != null) {
      served.complete(new UpdatesRead());
      served = null;
    }
  }

  /** Nobody can be answered now. */
  void refuse(String reason) {
    if (asked != null) {
      asked.fail(reason);
      asked = null;
    }
    if (served != null) {
      served.fail(reason);
      served = null;
    }
  }
}
