package dev.hookline.store;

import java.util.Objects;

/**
 * Which sessions somebody looks for.
 *
 * @param text what the session's id, its title, its topic's name, its agent, host or project must
 *     contain; empty for any. Capitals count as small letters from A to Z, and nothing in it is a
 *     wildcard
 * @param only how the sessions must stand
 */
public record SessionSearch(String text, Only only) {

  /** Every session. */
  public static final SessionSearch ALL = new SessionSearch("", Only.ALL);

  /** The longest text that may be looked for. */
  public static final int LONGEST = 200;

  /** How a session stands. */
  public enum Only {
    /** However it stands. */
    ALL,
    /** Events of it are still to be shown. */
    WAITING,
    /** Something of it could not be shown. */
    PARKED,
    /** Its agent waits for an answer. */
    ASKING,
    /** It is over: its topic is closed, or nothing came after its end. */
    ENDED
  }

  public SessionSearch {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(only, "only");
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the text to look for is longer than " + LONGEST + " characters: shorten it");
    }
    if (text.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "the text to look for contains the character NUL, which no session has: leave it out");
    }
  }

  /** Sessions that stand like this. */
  public static SessionSearch of(Only only) {
    return new SessionSearch("", only);
  }
}
