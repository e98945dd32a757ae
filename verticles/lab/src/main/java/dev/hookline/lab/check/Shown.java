package dev.hookline.lab.check;

import java.util.List;
import java.util.Objects;

/**
 * A message that the chat shows or once showed.
 *
 * @param id grows in the order in which messages were shown
 * @param thread the topic
 * @param marks the events that it shows, in the order of its text
 * @param late whether it says that it comes late
 * @param deleted whether it was taken back
 * @param at when it was shown, in milliseconds of the epoch; 0 when nobody knows
 */
public record Shown(
    long id, long thread, List<String> marks, boolean late, boolean deleted, long at) {

  public Shown {
    marks = List.copyOf(marks);
  }

  /** Whether it shows that event. */
  public boolean shows(String mark) {
    return marks.contains(Objects.requireNonNull(mark, "mark"));
  }
}
