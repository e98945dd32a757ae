package dev.hookline.telegram.lane;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waiting for the chat: how long until the next try, and what is said of it. */
final class StandBy {

  private static final Logger LOGGER = LoggerFactory.getLogger(StandBy.class);

  private static final int TRIES_OF_OTHERS = 3;

  private final LaneSettings settings;
  private final RandomGenerator random;
  private boolean waiting;
  private boolean givingWay;
  private boolean storeAway;

  StandBy(LaneSettings settings, RandomGenerator random) {
    this.settings = settings;
    this.random = random;
  }

  /** Whether another node had the chat when it was last tried to take it. */
  boolean waiting() {
    return waiting;
  }

  /** Whether the chat was just given to others, and none of them has had the time to take it. */
  boolean givingWay() {
    return givingWay;
  }

  /**
   * Whether the next try is due at its time only: hints of what there is to send do not hurry it.
   */
  boolean resting() {
    return waiting || storeAway;
  }

  /** The chat is ours. */
  void over() {
    waiting = false;
  }

  /** The next try begins. */
  void tries() {
    givingWay = false;
    storeAway = false;
  }

  /** We cannot serve the chat; answers how long others have to take it. */
  long giveWay() {
    waiting = true;
    givingWay = true;
    LOGGER
        .atWarn()
        .addKeyValue("chat", settings.chat())
        .log("Telegram is out of reach: giving way to another node, if there is one");
    return TRIES_OF_OTHERS * settings.standByMillis();
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
    storeAway = true;
    LOGGER
        .atWarn()
        .addKeyValue("chat", settings.chat())
        .addKeyValue("reason", String.valueOf(cause.getMessage()))
        .log("the store cannot say who serves the chat; trying again");
    return settings.standByMillis();
  }
}
