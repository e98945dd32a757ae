package dev.hookline.store;

/**
 * Sums over a session's events: accepted = shown + hushed + kept + parked + waiting.
 *
 * @param accepted events acknowledged
 * @param shown events that Telegram shows, on their own or together with others
 * @param folded entries among those that another one's message shows
 * @param messages messages that show them, also those that are gone with a topic
 * @param hushed events that were kept out of the chat because they are to be shown quietly
 * @param kept events that have no place in a chat and are only stored
 * @param parked events that could not be shown and wait for a person
 * @param waiting events still to be shown
 */
public record SessionTotals(
    long accepted,
    long shown,
    long folded,
    long messages,
    long hushed,
    long kept,
    long parked,
    long waiting) {}
