package dev.hookline.lab.run;

/**
 * What figures must not exceed, where a script is about them.
 *
 * @param takeover what 99 of 100 take-overs may take, in milliseconds
 * @param pause how long nothing may be shown, in milliseconds
 * @param pace how much must be shown during the first fault, in hundredths of what was shown before
 * @param oneCallEach whether there must be as many calls that create topics as sessions
 */
public record Limits(long takeover, long pause, long pace, boolean oneCallEach) {

  private static final long ANY = Long.MAX_VALUE;

  /** For a node that is alone: nobody takes over from it. */
  static final Limits NONE = new Limits(ANY, ANY, 0, false);

  static final Limits TAKEOVER = new Limits(20_000, ANY, 0, false);

  static Limits ofPause(long longest) {
    return new Limits(20_000, longest, 0, false);
  }

  static Limits ofPace(long least) {
    return new Limits(20_000, ANY, least, false);
  }

  static Limits ofCalls() {
    return new Limits(20_000, ANY, 0, true);
  }
}
