package dev.hookline.store;

/**
 * A part of an entry that Telegram has.
 *
 * @param messageId the message that shows it; 0 for an entry that is no message, such as closing
 * @param last whether the entry is complete with it
 * @param certain false when Telegram's answer was lost, so that the part may have been shown twice
 */
public record SentPart(long messageId, boolean last, boolean certain) {}
