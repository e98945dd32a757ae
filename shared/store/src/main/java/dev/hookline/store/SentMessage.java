package dev.hookline.store;

/**
 * A message in a chat.
 *
 * @param chat the chat
 * @param thread its topic's thread; 0 for the general topic
 * @param id the message's id
 */
public record SentMessage(long chat, long thread, long id) {}
