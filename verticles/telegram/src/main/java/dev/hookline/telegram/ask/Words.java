package dev.hookline.telegram.ask;

import dev.hookline.messages.Decision;
import dev.hookline.telegram.render.Labels;

/** What became of questions, in words. */
final class Words {

  private static final int REASON = 120;

  private Words() {}

  static String denied(Decision decision) {
    return "⛔ Denied"
        + (decision.words().isEmpty() ? "" : ": " + Labels.of(decision.words(), REASON));
  }
}
