package dev.hookline.emulator.world;

import java.util.Map;

/**
 * A button that was pressed.
 *
 * @param answer what the bot answered; null while it has not
 */
public record Callback(
    String id,
    long bot,
    long user,
    long chat,
    int message,
    String data,
    long at,
    Map<String, Object> answer) {

  public Callback answered(Map<String, Object> words) {
    return new Callback(id, bot, user, chat, message, data, at, words);
  }
}
