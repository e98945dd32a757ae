package dev.hookline.app.care;

/** A question to the Bot API that was not answered; its words are for people. */
final class TelegramSaysNoException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int UNKNOWN_TOKEN = 401;
  private static final int NOT_FOUND = 404;

  private final int code;
  private final long migratedTo;

  /**
   * @param code the Bot API's error code; 0 when nothing that we understand came back
   * @param migratedTo the chat's new id; 0 when it has none
   */
  TelegramSaysNoException(int code, String words, long migratedTo) {
    super(words, null, false, false);
    this.code = code;
    this.migratedTo = migratedTo;
  }

  static TelegramSaysNoException unreachable(String words) {
    return new TelegramSaysNoException(0, words, 0);
  }

  /** Whether the token is wrong. */
  boolean tokenIsWrong() {
    return code == UNKNOWN_TOKEN || code == NOT_FOUND;
  }

  /** Whether Telegram was not reached at all. */
  boolean isUnreachable() {
    return code == 0;
  }

  long migratedTo() {
    return migratedTo;
  }
}
