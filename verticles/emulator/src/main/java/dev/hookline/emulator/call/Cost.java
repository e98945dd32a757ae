package dev.hookline.emulator.call;

/**
 * What a call takes from the limits.
 *
 * @param chat 0 when it is about none
 * @param units how many messages it counts for
 */
public record Cost(Kind kind, long chat, int units) {

  /** Which limits. */
  public enum Kind {
    NONE,
    MESSAGE,
    EDIT,
    ADMIN,
    TYPING
  }

  public static final Cost NONE = new Cost(Kind.NONE, 0, 0);

  public static Cost of(Kind kind, long chat) {
    return new Cost(kind, chat, 1);
  }
}
