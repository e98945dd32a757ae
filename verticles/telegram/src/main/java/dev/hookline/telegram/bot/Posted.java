package dev.hookline.telegram.bot;

/**
 * A message that Telegram has.
 *
 * @param messageId its id
 * @param thread the topic it is in; 0 when it is in none
 */
public record Posted(long messageId, long thread) {}
