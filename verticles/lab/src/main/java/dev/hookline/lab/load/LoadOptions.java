package dev.hookline.lab.load;

/**
 * How much is told.
 *
 * @param rate events a second
 * @param sessions how many sessions tell at the same time
 * @param length how many events a session has
 * @param shown how many of a hundred events are for the chat; the others are only stored
 * @param window how many events of a session are under way at the same time, at most
 * @param most how many sessions there may be in all; 0 for any number
 */
public record LoadOptions(double rate, int sessions, int length, int shown, int window, int most) {

  public LoadOptions {
    if (rate <= 0 || sessions < 1 || length < 1 || window < 1 || most < 0) {
      throw new IllegalArgumentException("no such load: " + rate + "/s of " + sessions);
    }
  }
}
