package dev.hookline.store;

import java.time.Instant;

/**
 * A chat for people.
 *
 * @param lease who serves it, and its state
 * @param callsInWindow calls of the last 60 seconds
 * @param waiting entries still to be sent
 * @param asOf when this was read
 */
public record ChatSummary(ChatLease lease, int callsInWindow, long waiting, Instant asOf) {}
