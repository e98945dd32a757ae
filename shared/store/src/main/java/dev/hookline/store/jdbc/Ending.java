package dev.hookline.store.jdbc;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a session did since it was started, added to the event with which it ends: agents do not say
 * it. It is the same each time the event is read, for all that is counted came before it.
 */
final class Ending {

  private Ending() {}

  /** The event of a row with its {@code seq}; the one that ends a session tells what it was. */
  static HookEvent told(Tx tx, Row row) throws SQLException {
    HookEvent event = Rows.event(row);
    return event.type() == EventType.SESSION_END ? told(tx, event, row.getLong("seq")) : event;
  }

  private static HookEvent told(Tx tx, HookEvent end, long seq) throws SQLException {
    HookEvent told = end;
    long began = 0;
    for (Row row : tx.rows(EventSql.STARTS, end.session().value(), seq)) {
      HookEvent start = Rows.event(row);
      if (!"compact".equals(start.metadata().getValue(MetadataKeys.TRIGGER))) { // it went on then
        Duration took = Duration.between(start.timestamp(), end.timestamp());
        told = toldUnlessKnown(told, MetadataKeys.DURATION_MILLIS, Math.max(0, took.toMillis()));
        began = row.getLong("seq");
        break;
      }
    }
    return toldUnlessKnown(told, MetadataKeys.COUNTS, counts(tx, end, began, seq));
  }

  private static JsonObject counts(Tx tx, HookEvent end, long began, long seq) throws SQLException {
    Map<EventType, Long> events = new EnumMap<>(EventType.class);
    for (Row row : tx.rows(EventSql.COUNTS, end.session().value(), began, seq)) {
      EventType type = EventType.ofWireName(row.getString("type")).orElse(EventType.OTHER);
      events.merge(type, row.getLong("events"), Long::sum);
    }
    JsonObject counts = new JsonObject();
    count(counts, "prompts", events, EventType.USER_INPUT);
    count(counts, "tools", events, EventType.TOOL_START);
    count(counts, "subagents", events, EventType.SUBAGENT_START);
    count(counts, "errors", events, EventType.TOOL_ERROR, EventType.ERROR);
    return counts;
  }

  private static void count(
      JsonObject counts, String what, Map<EventType, Long> events, EventType... types) {
    long sum = 0;
    for (EventType type : types) {
      sum += events.getOrDefault(type, 0L);
    }
    if (sum > 0) {
      counts.put(what, sum);
    }
  }

  private static HookEvent toldUnlessKnown(HookEvent event, String key, Object value) {
    return event.metadata().containsKey(key) ? event : event.with(key, value);
  }
}
