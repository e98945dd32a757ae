package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.time.Instant;

/**
 * An entry that could not be shown.
 *
 * @param session whose it is
 * @param position its number, as its placeholder in the chat names it
 * @param what the type of its first event; empty for a note of ours
 * @param reason why it could not be shown
 * @param since when it was given up
 */
public record ParkedEntry(
    SessionKey session, long position, String what, String reason, Instant since) {}
