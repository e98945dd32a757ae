package dev.hookline.app.care;

import java.util.Objects;
import java.util.Optional;

/**
 * What a check found, in a line.
 *
 * @param check what was looked at
 * @param state how it is
 * @param words what was found
 * @param advice what to do about it; empty when nothing
 * @param repair puts it right, where that can be done without asking
 */
record Finding(String check, State state, String words, String advice, Optional<Repair> repair) {

  /** How it is. */
  enum State {
    GOOD("ok  "),
    /** It works, and somebody should look at it. */
    ODD("odd "),
    WRONG("BAD ");

    private final String label;

    State(String label) {
      this.label = label;
    }
  }

  /** Puts something right. */
  @FunctionalInterface
  interface Repair {

    /**
     * Does it.
     *
     * @return what was done
     * @throws Exception when it could not be
     */
    String make() throws Exception;
  }

  Finding {
    Objects.requireNonNull(words, "words");
    Objects.requireNonNull(advice, "advice");
  }

  static Finding good(String check, String words) {
    return new Finding(check, State.GOOD, words, "", Optional.empty());
  }

  static Finding odd(String check, String words, String advice) {
    return new Finding(check, State.ODD, words, advice, Optional.empty());
  }

  static Finding wrong(String check, String words, String advice) {
    return new Finding(check, State.WRONG, words, advice, Optional.empty());
  }

  /** The same, with a way to put it right. */
  Finding with(Repair possible) {
    return new Finding(check, state, words, advice, Optional.of(possible));
  }

  boolean isWrong() {
    return state == State.WRONG;
  }

  /** The finding as a line for people. */
  String line() {
    String what = String.format("%s %-11s %s", state.label, check, words);
    return advice.isEmpty() ? what : what + ". Do: " + advice;
  }
}
