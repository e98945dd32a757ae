package dev.hookline.store;

import java.util.List;

/**
 * A part of what happened in a session.
 *
 * @param events in the order of their arrival
 * @param earlier whether there are any before them
 * @param later whether there are any behind them
 */
public record Timeline(List<TimelineEvent> events, boolean earlier, boolean later) {

  public Timeline {
    events = List.copyOf(events);
  }
}
