package dev.hookline.store;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import java.util.List;
import java.util.Objects;

/**
 * An entry of the outbox that was claimed.
 *
 * @param session whose
 * @param position its place in the session, from 1
 * @param kind what it is
 * @param late whether to mark it as late
 * @param text the words of a note, else empty
 * @param events the events it shows, in order; the first one's {@code seq} is {@code firstSeq}
 * @param firstSeq the first event's place of arrival; 0 when it shows none
 * @param generation the generation of the topic
 * @param thread the topic's thread id
 * @param topicName the name with which the topic was created
 * @param topicClosed whether the topic must be reopened first
 * @param part the part to send, from 0: an entry too long for one message has several
 * @param attempts how often this part was tried before
 * @param lowMessageId the highest message id of the chat that was known when it was claimed
 * @param epoch the lease's epoch under which it was claimed
 */
public record OutboxEntry(
    SessionKey session,
    long position,
    Release.Kind kind,
    boolean late,
    String text,
    List<HookEvent> events,
    long firstSeq,
    int generation,
    long thread,
    String topicName,
    boolean topicClosed,
    int part,
    int attempts,
    long lowMessageId,
    long epoch) {

  public OutboxEntry {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(kind, "kind");
    events = List.copyOf(events);
  }
}
