package dev.hookline.store;

import java.time.Instant;

/**
 * How far a numbering source has come.
 *
 * @param first the lowest sequence number that ever arrived
 * @param firstAt when the source's first event arrived, whichever number it had
 * @param through every number from {@code first} up to this one has arrived
 * @param released the highest number of this session that has its place; null when none has
 */
public record SourceProgress(long first, Instant firstAt, long through, Long released) {}
