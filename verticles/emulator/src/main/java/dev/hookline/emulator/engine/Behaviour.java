package dev.hookline.emulator.engine;

import dev.hookline.emulator.call.Reply;

/** How a fault interferes with a call. */
public interface Behaviour {

  /**
   * Before the call is looked at.
   *
   * @param go lets the call be; may be run late, or never
   */
  default void before(Exchange exchange, Runnable go) {
    go.run();
  }

  /** After the call had its effect, or was refused. */
  default void after(Exchange exchange, Reply reply) {
    exchange.caller().answer(reply);
  }
}
