package dev.hookline.ingest.read;

import dev.hookline.messages.SessionKey;

/** Checks of single fields, for all who read events. */
public final class Checks {

  private static final int MAX_NAME = 200;
  private static final String NAME_FIX =
      "write a string of 1 to " + MAX_NAME + " visible characters";
  private static final String SESSION_FIX = "write 1 to 128 letters, digits or . _ : - characters";

  private Checks() {}

  /**
   * The session that a field names.
   *
   * @param field the field's path
   * @param value what was found there; may be null
   * @throws RefusedException when it names none
   */
  public static SessionKey session(String field, Object value) {
    if (required(field, value, SESSION_FIX) instanceof String text) {
      try {
        return new SessionKey(text);
      } catch (IllegalArgumentException wrong) {
        // said below, in our words
      }
    }
    throw refused(field, value, SESSION_FIX);
  }

  /**
   * A name that the store keeps as it stands, such as an id.
   *
   * @return the name, or null when there is none
   * @throws RefusedException when it is not fit to be kept
   */
  public static String name(String field, Object value) {
    if (value == null) {
      return null;
    }
    if (value instanceof String text
        && !text.isBlank()
        && text.length() <= MAX_NAME
        && text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    throw refused(field, value, NAME_FIX);
  }

  /**
   * What a field holds.
   *
   * @throws RefusedException when it holds nothing
   */
  public static Object required(String field, Object value, String fix) {
    if (value == null) {
      throw new RefusedException(Flaw.missing(field, fix));
    }
    return value;
  }

  /** The refusal that tells a sender what it sent. Not for fields that may hold secrets. */
  public static RefusedException refused(String field, Object value, String fix) {
    String shown = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
    return new RefusedException(new Flaw(field, shown, fix));
  }
}
