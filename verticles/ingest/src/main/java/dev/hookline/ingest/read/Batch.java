package dev.hookline.ingest.read;

import dev.hookline.messages.trace.TraceParent;
import dev.hookline.store.NewEvent;
import java.util.List;

/**
 * What one request brought.
 *
 * @param events what can be taken, in the order in which it was sent
 * @param refused what cannot
 */
public record Batch(List<NewEvent> events, List<Refusal> refused) {

  public Batch {
    events = List.copyOf(events);
    refused = List.copyOf(refused);
  }

  /** Whether something was sent and nothing of it can be taken. */
  public boolean hopeless() {
    return events.isEmpty() && !refused.isEmpty();
  }

  /**
   * The same, of events that this caused, unless they say themselves what did; null: nobody says.
   */
  public Batch under(TraceParent parent) {
    return parent == null
        ? this
        : new Batch(events.stream().map(event -> under(parent, event)).toList(), refused);
  }

  private static NewEvent under(TraceParent parent, NewEvent item) {
    return TraceParent.read(item.event().metadata().getValue(TraceParent.NAME)).isPresent()
        ? item
        : new NewEvent(
            item.event().with(TraceParent.NAME, parent.toString()),
            item.chat(),
            item.receivedAt(),
            item.repeatKey(),
            item.repeatWindow());
  }

  /**
   * One element that cannot be taken.
   *
   * @param index its place among what was sent, from 0; lines with nothing in them do not count
   * @param flaw what is wrong with it
   */
  public record Refusal(int index, Flaw flaw) {}
}
