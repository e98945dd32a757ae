package dev.hookline.store;

import java.util.Objects;

/**
 * A person pressed a button under a message, or replied to it. Everything is as Telegram says it.
 *
 * @param bot the bot that was told
 * @param update the update that told it
 * @param chat the message's chat
 * @param thread the message's topic
 * @param message the message
 * @param button the button's id; empty for a reply
 * @param user the user's id
 * @param name the user's name, for people to read
 */
public record Press(
    long bot,
    long update,
    long chat,
    long thread,
    long message,
    String button,
    long user,
    String name) {

  public Press {
    Objects.requireNonNull(button, "button");
    Objects.requireNonNull(name, "name");
  }
}
