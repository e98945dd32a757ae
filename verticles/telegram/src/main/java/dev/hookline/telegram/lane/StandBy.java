package dev.hookline.telegram.lane;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waiting for the chat: how long until the next try, and what is said of it. */
final class StandBy {

  private static final Logger LOGGER = LoggerFactory.getLogger(StandBy.class);

  private final LaneSettings settings;
  private final RandomGenerator random;
  private boolean waiting;

  StandBy(LaneSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** Whether another node had the chat when it was last tried to take it. */
  boolean waiting() {
    return waiting;
  }

  /** The chat is ours. */
  void over() {
    waiting = false;
  }

  /** Another node has the chat; answers how long to rest. Said once: it may be for weeks. */
  long goOn() {
    if (!waiting) {
      waiting = true;
      LOGGER.atInfo().addKeyValue("chat", settings.chat()).log("standing by: another node serves");
    }
    return settings.standByMillis() + random.nextLong(settings.standByMillis() / 4 + 1);
  }

  /**
   * The store cannot be asked; answers how long to rest. No longer than else: whoever serves the
   * chat may have gone when the store is back.
   */
  long storeAway(Throwable cause) {
    LOGGER
        .atWarn()
        .addKeyValue("chat", settings.chat())
        .addKeyValue("reason", String.valueOf(cause.getMessage()))
        .log("the store cannot say who serves the chat; trying again");
    return settings.standByMillis();
  }
}
