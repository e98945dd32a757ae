package dev.hookline.emulator.flood;

/**
 * Whether a call may be.
 *
 * @param holdMillis how long it is held before it has its effect
 * @param retryAfterSeconds when to try again; 0 when it is taken
 * @param whileClosed whether it came before an earlier refusal's wait was over
 */
public record Verdict(long holdMillis, long retryAfterSeconds, boolean whileClosed) {

  static final Verdict FREE = new Verdict(0, 0, false);

  public boolean refused() {
    return retryAfterSeconds > 0;
  }
}
