package dev.hookline.store;

import java.util.Objects;

/**
 * What is to be done in a chat because a person wrote a command there.
 *
 * @param chat the chat
 * @param message the message that holds the command; in its chat, it names the errand
 * @param thread the command's topic; 0 for none of its own
 * @param deed what to do
 * @param text the words to say, or the topic's new name; else empty
 * @param lowMessageId the highest message id of the chat that was known when it was claimed
 */
public record Errand(
    long chat, long message, long thread, Deed deed, String text, long lowMessageId) {

  /** What there is to do. */
  public enum Deed {
    /** Answer the command. */
    SAY,
    /** Give the topic another name. */
    RENAME,
    /** Close the topic. */
    CLOSE
  }

  public Errand {
    Objects.requireNonNull(deed, "deed");
    Objects.requireNonNull(text, "text");
  }
}
