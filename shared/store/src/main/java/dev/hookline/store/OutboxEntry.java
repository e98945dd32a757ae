package dev.hookline.store;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 * @param waiting how many entries of its session were to be shown when it was claimed, itself
 *     counted
 * @param folded the entries directly behind it that its message shows too, in order; empty when it
 *     goes alone
 * @param joins the entry that heads the message into which this one is edited, or may have been; 0
 *     when it gets a message of its own
 * @param verbosity how much of its session is to be shown; null: as much as the chat's setting says
 * @param hushed how many events before it were kept out of the chat, and are to be counted by its
 *     message, by their type
 * @param whole of an entry that shows once more, and whole, what a message shows: what that is, in
 *     order
 * @param silentUntil until when its session's messages make no sound; the epoch when they do
 * @param since when anything last became of it before it was claimed: it got its place, it was
 *     tried before, or an earlier part of it was shown
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
    long epoch,
    long waiting,
    List<OutboxEntry> folded,
    long joins,
    Verbosity verbosity,
    Map<EventType, Long> hushed,
    List<OutboxEntry> whole,
    Instant silentUntil,
    Instant since) {

  public OutboxEntry {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(kind, "kind");
    events = List.copyOf(events);
    folded = List.copyOf(folded);
    hushed = Map.copyOf(hushed);
    whole = List.copyOf(whole);
    Objects.requireNonNull(silentUntil, "silentUntil");
    Objects.requireNonNull(since, "since");
  }

  /** An entry that goes alone, with none behind it. */
  public OutboxEntry(
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
    this(
        session,
        position,
        kind,
        late,
        text,
        events,
        firstSeq,
        generation,
        thread,
        topicName,
        topicClosed,
        part,
        attempts,
        lowMessageId,
        epoch,
        1,
        List.of(),
        0,
        null,
        Map.of(),
        List.of(),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** The same entry with these behind it in one message. */
  public OutboxEntry with(List<OutboxEntry> behind) {
    return new OutboxEntry(
        session,
        position,
        kind,
        late,
        text,
        events,
        firstSeq,
        generation,
        thread,
        topicName,
        topicClosed,
        part,
        attempts,
        lowMessageId,
        epoch,
        waiting,
        behind,
        joins,
        verbosity,
        hushed,
        whole,
        silentUntil,
        since);
  }

  /** The place of the last entry that its message shows. */
  public long last() {
    return position + folded.size();
  }
}
