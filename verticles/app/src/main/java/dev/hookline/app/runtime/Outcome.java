package dev.hookline.app.runtime;

import java.util.Objects;

/**
 * What became of one verticle in a change.
 *
 * @param verticle its name
 * @param what what was done
 * @param words the same for people; why, when it failed
 */
public record Outcome(String verticle, What what, String words) {

  /** What was done. */
  public enum What {
    /** Nothing: it was as wanted. */
    UNTOUCHED,
    /** It was not there, and is now. */
    STARTED,
    /** A new one took over from the old one. */
    REPLACED,
    /** It was there, and is not wanted any more. */
    STOPPED,
    /** The new one did not start; one like the old runs. */
    ROLLED_BACK,
    /** The new one did not start, and none runs. */
    FAILED
  }

  public Outcome {
    Objects.requireNonNull(verticle, "verticle");
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(words, "words");
  }

  /** Whether it runs as wanted. */
  public boolean isAsWanted() {
    return what != What.ROLLED_BACK && what != What.FAILED;
  }

  @Override
  public String toString() {
    return verticle + ": " + words;
  }
}
