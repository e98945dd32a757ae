package dev.hookline.store;

import java.time.Instant;

/**
 * A session for people.
 *
 * @param topic the session and its topic
 * @param topicName the topic's name; empty while it has none
 * @param accepted events accepted
 * @param waiting events still to be shown
 * @param headState state of the entry that is next: {@code PENDING}, {@code SENDING}, {@code
 *     AMBIGUOUS}; empty when none waits
 * @param headReason why it is not sent yet, when known; empty otherwise
 * @param lastEventAt when its last event arrived
 */
public record SessionSummary(
    SessionTopic topic,
    String topicName,
    long accepted,
    long waiting,
    String headState,
    String headReason,
    Instant lastEventAt) {}
