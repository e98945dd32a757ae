package dev.hookline.store;

/**
 * Where an event is shown.
 *
 * @param seq the event's place of arrival in its session
 * @param position the place in the session of the entry that shows it
 * @param messageId the first message of that entry
 */
public record ShownEvent(long seq, long position, long messageId) {}
