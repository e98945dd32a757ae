package dev.hookline.session;

import dev.hookline.store.Cleaning;
import dev.hookline.store.Retention;
import dev.hookline.store.RetentionOptions;
import io.vertx.core.Vertx;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes what is over out of the store from time to time. Each node does it: whoever comes second
 * finds nothing. Confined to its verticle's event loop, with which it ends.
 */
final class Housekeeping {

  private static final Logger LOGGER = LoggerFactory.getLogger(Housekeeping.class);

  private final Vertx vertx;
  private final Retention retention;
  private final RetentionOptions options;
  private final Clock clock;

  Housekeeping(Vertx vertx, Retention retention, RetentionOptions options, Clock clock) {
    this.vertx = vertx;
    this.retention = retention;
    this.options = options;
    this.clock = clock;
  }

  /** Begins after a pause: a node that starts has better things to do. */
  void start() {
    vertx.setTimer(options.pause().toMillis(), ignored -> clean());
  }

  private void clean() {
    Cleaning.run(retention, options, clock.instant())
        .onSuccess(Housekeeping::tell)
        .onFailure(
            cause -> LOGGER.atWarn().log("what is over stays for now: {}", String.valueOf(cause)))
        .onComplete(done -> start());
  }

  private static void tell(long sessions) {
    if (sessions > 0) {
      LOGGER.atInfo().addKeyValue("sessions", sessions).log("took out what was over");
    }
  }
}
