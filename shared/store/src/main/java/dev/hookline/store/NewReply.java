package dev.hookline.store;

import java.util.Objects;

/**
 * What a person wrote in a topic, for the agent. All but the text is as Telegram says it.
 *
 * @param bot the bot that was told
 * @param update the update that told it
 * @param chat the message's chat
 * @param thread the message's topic
 * @param message the message
 * @param user the person's id
 * @param name the person's name, for people to read
 * @param text what the agent is to be told, harmless already
 * @param file names the file that belongs to it and is still to be fetched; empty for none
 */
public record NewReply(
    long bot,
    long update,
    long chat,
    long thread,
    long message,
    long user,
    String name,
    String text,
    String file) {

  public NewReply {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(file, "file");
  }
}
