package dev.hookline.telegram.bot;

/**
 * What the bot finds itself to be in a chat.
 *
 * @param administrator whether it is one
 * @param managesTopics whether it may create and close topics
 */
public record ForumRights(boolean administrator, boolean managesTopics) {}
