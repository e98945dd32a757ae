package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.time.Instant;

/**
 * Something that a person should look at.
 *
 * @param session whose
 * @param position the entry's place; 0 when it is about the topic
 * @param what {@code PARKED}, {@code AMBIGUOUS}, {@code RETRYING}, {@code TOPIC}
 * @param reason in words
 * @param since since when
 */
public record Trouble(
    SessionKey session, long position, String what, String reason, Instant since) {}
