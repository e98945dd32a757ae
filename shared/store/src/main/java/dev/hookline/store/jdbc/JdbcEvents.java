package dev.hookline.store.jdbc;

import dev.hookline.store.Events;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import dev.hookline.store.jdbc.Arrivals.Arrival;
import dev.hookline.store.jdbc.Arrivals.EventName;
import dev.hookline.store.jdbc.Arrivals.RepeatName;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes events in, with the same few statements however many events come at once. */
final class JdbcEvents implements Events {

  private final Database database;

  JdbcEvents(Database database) {
    this.database = database;
  }

  @Override
  public Future<List<Receipt>> accept(List<NewEvent> events) {
    if (events.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    // Encoded here, by the caller's thread, while the writer serves others.
    List<Arrival> arrived = Arrival.of(events);
    return database.writeSoon(tx -> accept(tx, arrived));
  }

  private static List<Receipt> accept(Tx tx, List<Arrival> arrived) throws SQLException {
    tx.exclude(sources(arrived));
    List<Arrival> fresh = arrivals(tx, arrived).fresh(arrived);
    take(tx, fresh);
    return receipts(arrived, fresh, countNumbers(tx, arrived));
  }

  // What is new, and how far a source has come, is decided by one transaction after another.
  private static List<String> sources(List<Arrival> arrived) {
    return arrived.stream().map(arrival -> arrival.event().source()).distinct().sorted().toList();
  }

  private static Arrivals arrivals(Tx tx, List<Arrival> arrived) throws SQLException {
    List<Object[]> names =
        arrived.stream().map(a -> new Object[] {a.event().source(), a.event().id()}).toList();
    List<Object[]> keys =
        arrived.stream()
            .filter(Arrival::mayRepeat)
            .map(a -> new Object[] {a.event().source(), a.item().repeatKey()})
            .toList();
    return new Arrivals(
        names(tx.rowsFor(EventSql.KNOWN, "(?, ?)", names)),
        latest(tx.rowsFor(EventSql.LATEST_FIRINGS, "(?, ?)", keys)));
  }

  private static void take(Tx tx, List<Arrival> fresh) throws SQLException {
    Map<String, List<Arrival>> shares = EventRows.bySession(fresh);
    List<Object[]> sessions = shares.values().stream().map(EventRows::session).toList();
    List<Row> next = tx.rowsFor(EventSql.TAKE_PLACES, EventSql.PLACES, sessions);
    tx.changeEach(EventSql.INSERT, EventRows.events(shares, next));
  }

  private static Map<String, Long> countNumbers(Tx tx, List<Arrival> arrived) throws SQLException {
    Map<String, Long> through = new HashMap<>();
    tx.rowsFor(EventSql.COUNT_NUMBERS, EventSql.NUMBERS, EventRows.numbers(arrived))
        .forEach(row -> through.put(row.getString("source_id"), row.getLong("through_seq")));
    return through;
  }

  private static List<Receipt> receipts(
      List<Arrival> arrived, List<Arrival> fresh, Map<String, Long> through) {
    BitSet taken = new BitSet();
    fresh.forEach(arrival -> taken.set(arrival.index()));
    List<Receipt> receipts = new ArrayList<>(arrived.size());
    for (Arrival arrival : arrived) {
      String source = arrival.event().source();
      Long acked = arrival.event().sequence() == null ? null : through.get(source);
      boolean duplicate = !taken.get(arrival.index());
      receipts.add(new Receipt(arrival.event().session(), duplicate, source, acked));
    }
    return receipts;
  }

  private static Set<EventName> names(List<Row> rows) {
    Set<EventName> names = new HashSet<>();
    rows.forEach(r -> names.add(new EventName(r.getString("source_id"), r.getString("event_id"))));
    return names;
  }

  private static Map<RepeatName, Instant> latest(List<Row> rows) {
    Map<RepeatName, Instant> latest = new HashMap<>();
    for (Row row : rows) {
      RepeatName name = new RepeatName(row.getString("source_id"), row.getString("repeat_key"));
      latest.put(name, Rows.instant(row, "latest"));
    }
    return latest;
  }
}
