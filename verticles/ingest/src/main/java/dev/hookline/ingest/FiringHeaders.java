package dev.hookline.ingest;

import dev.hookline.ingest.hook.Firing;
import dev.hookline.ingest.read.Checks;
import dev.hookline.ingest.read.RefusedException;
import io.vertx.core.MultiMap;
import java.time.Instant;

/**
 * What a hook event's sender says beside it, because an agent's JSON has neither an id nor a time.
 */
final class FiringHeaders {

  private static final String ID = "Hookline-Event-Id";
  private static final String AT = "Hookline-Fired-At";
  private static final String HOST = "Hookline-Host";

  private static final long LAST_SECOND = 253_402_300_799L; // of the year 9999

  private FiringHeaders() {}

  /**
   * Reads them; each may be missing.
   *
   * @throws RefusedException when one is there and makes no sense
   */
  static Firing read(MultiMap headers) {
    return new Firing(
        Checks.name(HOST, headers.get(HOST)), Checks.name(ID, headers.get(ID)), time(headers));
  }

  private static Instant time(MultiMap headers) {
    String seconds = headers.get(AT);
    if (seconds == null) {
      return null;
    }
    try {
      long since1970 = Long.parseLong(seconds);
      if (since1970 >= 0 && since1970 <= LAST_SECOND) {
        return Instant.ofEpochSecond(since1970);
      }
    } catch (NumberFormatException wrong) {
      // said below, in our words
    }
    throw Checks.refused(AT, seconds, "write the seconds since 1970, as a whole number");
  }
}
