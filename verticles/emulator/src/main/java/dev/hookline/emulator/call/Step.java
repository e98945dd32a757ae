package dev.hookline.emulator.call;

import java.util.function.Consumer;

/** What a call that passed the first checks is about to do. */
public sealed interface Step {

  /**
   * Has its effect as soon as the limits allow it.
   *
   * @param effect may still be refused, by what Telegram's servers check
   */
  record Act(Cost cost, Effect effect) implements Step {}

  /** Is answered some time. */
  record Wait(Answering answering) implements Step {}

  /** Changes the world, or looks at it. */
  @FunctionalInterface
  interface Effect {
    Done take() throws Refusal;
  }

  /** Begins to wait for an answer. */
  @FunctionalInterface
  interface Answering {

    /**
     * Begins to wait.
     *
     * @param answer takes the answer, once
     * @return ends the waiting when the caller has gone
     */
    Runnable begin(Consumer<Reply> answer);
  }

  /** An act without cost. */
  static Step free(Effect effect) {
    return new Act(Cost.NONE, effect);
  }
}
