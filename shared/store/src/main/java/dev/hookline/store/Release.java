package dev.hookline.store;

import java.util.List;
import java.util.Objects;

/**
 * One outbox entry to append, or events that need no entry.
 *
 * @param kind what the entry is
 * @param late whether its event arrived after later ones were given their place
 * @param events the {@code seq} of each event it shows, in order; empty for notes and closing
 * @param text the note's words for {@code GAP} and {@code NOTE}, else empty
 */
public record Release(Kind kind, boolean late, List<Long> events, String text) {

  /** What an outbox entry is. */
  public enum Kind {
    /** Shows events. */
    EVENT,
    /** Says that numbered events did not arrive. */
    GAP,
    /** Says something about the session itself. */
    NOTE,
    /** Closes the topic. */
    CLOSE,
    /** Shows once more, and whole, what a message shows; made by {@link Wholes} alone. */
    WHOLE,
    /** No entry: the events were shown by another one already. */
    MIRRORED
  }

  public Release {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(text, "text");
    events = List.copyOf(events);
  }

  /** Shows the events as one. */
  public static Release event(boolean late, List<Long> events) {
    return new Release(Kind.EVENT, late, events, "");
  }

  /** Events whose content another entry shows. */
  public static Release mirrored(List<Long> events) {
    return new Release(Kind.MIRRORED, false, events, "");
  }

  /** An entry that shows no event but words of our own. */
  public static Release words(Kind kind, String text) {
    return new Release(kind, false, List.of(), text);
  }
}
