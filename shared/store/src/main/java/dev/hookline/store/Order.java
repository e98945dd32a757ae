package dev.hookline.store;

import java.util.Objects;

/**
 * A person wrote a command in the chat. Everything is as Telegram says it.
 *
 * @param bot the bot that was told
 * @param update the update that told it
 * @param chat the chat
 * @param thread the topic; 0 for none of its own
 * @param message the message that holds the command
 * @param user the user's id
 * @param words the command as it was written
 */
public record Order(
    long bot, long update, long chat, long thread, long message, long user, String words) {

  public Order {
    Objects.requireNonNull(words, "words");
  }
}
