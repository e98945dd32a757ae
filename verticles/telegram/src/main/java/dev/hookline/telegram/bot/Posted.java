package dev.hookline.telegram.bot;

/**
 * A message that Telegram has.
 *
 * @param messageId its id
 * @param thread the topic it is in; 0 when it is in none
 * @param topicName the name with which that topic was created; null when Telegram does not say
 */
public record Posted(long messageId, long thread, String topicName) {}
