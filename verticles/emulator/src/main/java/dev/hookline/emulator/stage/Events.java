package dev.hookline.emulator.stage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Tells those who watch what happens, and keeps the last ones for those who come late. */
public final class Events {

  /** How many are kept. */
  static final int KEPT = 10_000;

  /**
   * Something that happened.
   *
   * @param id grows by one
   */
  public record Event(long id, String kind, Map<String, Object> body) {}

  private final Deque<Event> last = new ArrayDeque<>();
  private final Set<Consumer<Event>> watchers = new LinkedHashSet<>();
  private long lastId;

  public void tell(String kind, Map<String, Object> body) {
    Event event = new Event(++lastId, kind, body);
    last.addLast(event);
    if (last.size() > KEPT) {
      last.removeFirst();
    }
    List.copyOf(watchers).forEach(watcher -> watcher.accept(event));
  }

  public long lastId() {
    return lastId;
  }

  /** Whether every event after this one is still kept. */
  public boolean reaches(long id) {
    return id <= lastId && (last.isEmpty() ? id == lastId : id >= last.peekFirst().id() - 1);
  }

  public List<Event> after(long id) {
    return last.stream().filter(event -> event.id() > id).toList();
  }

  /**
   * Hears everything from now on.
   *
   * @return ends it
   */
  public Runnable watch(Consumer<Event> watcher) {
    watchers.add(watcher);
    return () -> watchers.remove(watcher);
  }
}
