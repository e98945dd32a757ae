package dev.hookline.store;

import java.time.Instant;

/**
 * Sums over all events.
 *
 * @param accepted events acknowledged
 * @param shown events that Telegram shows, on their own or together with others
 * @param hushed events that were kept out of the chat because their session is to be shown quietly
 * @param kept events that have no place in a chat and are only stored
 * @param parked events that could not be shown and wait for a person
 * @param waiting events still to be shown
 * @param doubted entries whose outcome is unknown at the moment
 * @param uncertain parts that may have been shown twice, because an answer was lost
 * @param gaps numbers that never arrived when their time was over
 * @param oldestWaiting when the oldest waiting event was received; null when none waits
 */
public record Totals(
    long accepted,
    long shown,
    long hushed,
    long kept,
    long parked,
    long waiting,
    long doubted,
    long uncertain,
    long gaps,
    Instant oldestWaiting) {}
