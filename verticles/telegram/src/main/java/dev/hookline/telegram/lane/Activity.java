package dev.hookline.telegram.lane;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * In which topics an agent is at work, as far as its last event tells that was shown or hushed. In
 * memory only: it is nothing that anybody must know. Times are milliseconds of one monotonic clock.
 */
final class Activity {

  /** A session that died at work must not seem to go on for ever. */
  private static final long LONGEST_MILLIS = 5 * 60_000L;

  private static final int MOST = 100; // that take turns: more would not be seen typing anyway

  private static final Set<EventType> AT_WORK =
      EnumSet.of(
          EventType.USER_INPUT,
          EventType.TOOL_START,
          EventType.TOOL_RESULT,
          EventType.TOOL_ERROR,
          EventType.SUBAGENT_START,
          EventType.SUBAGENT_STOP,
          EventType.PRE_COMPACT);

  private record Work(long thread, long since) {}

  private final Map<SessionKey, Work> working = new LinkedHashMap<>(); // who waits longest first

  /** Begins a tenure: what an earlier one heard of is long ago. */
  void begin() {
    working.clear();
  }

  /** The entry is settled, with all that went with it. */
  void settled(OutboxEntry entry, long now) {
    List<HookEvent> events = last(entry).events();
    if (events.isEmpty()) {
      return;
    }
    if (!isAtWork(events.get(events.size() - 1))) {
      working.remove(entry.session());
    } else if (working.containsKey(entry.session()) || working.size() < MOST) {
      working.put(entry.session(), new Work(entry.thread(), now)); // keeps its place
    }
  }

  /** The topic whose turn it is; it goes behind the others. */
  Optional<Long> next(long now) {
    working.values().removeIf(work -> now - work.since() > LONGEST_MILLIS);
    Iterator<Map.Entry<SessionKey, Work>> first = working.entrySet().iterator();
    if (!first.hasNext()) {
      return Optional.empty();
    }
    Map.Entry<SessionKey, Work> next = first.next();
    first.remove();
    working.put(next.getKey(), next.getValue());
    return Optional.of(next.getValue().thread());
  }

  private static OutboxEntry last(OutboxEntry entry) {
    List<OutboxEntry> folded = entry.folded();
    return folded.isEmpty() ? entry : folded.get(folded.size() - 1);
  }

  // While a subagent speaks, the agent waits for it.
  private static boolean isAtWork(HookEvent event) {
    boolean inside = event.metadata().getValue(MetadataKeys.AGENT_ID) instanceof String;
    boolean speaks = event.type() == EventType.AGENT_RESPONSE;
    return AT_WORK.contains(event.type()) || (speaks && inside);
  }
}
