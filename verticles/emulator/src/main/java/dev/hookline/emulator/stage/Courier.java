package dev.hookline.emulator.stage;

import dev.hookline.emulator.world.Update;
import dev.hookline.emulator.world.Webhook;
import java.util.function.IntConsumer;

/** Carries updates to webhooks. */
public interface Courier {

  /**
   * Posts one update.
   *
   * @param answered gets the HTTP status on the emulator's event loop, or 0 when there was none
   */
  void post(long bot, Webhook hook, Update update, IntConsumer answered);
}
