package dev.hookline.store.jdbc;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.jdbc.Arrivals.Arrival;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rows that events become, as parameters of {@link EventSql}'s statements. */
final class EventRows {

  private EventRows() {}

  /** Events by their session, in one order for all, so that no two transactions lock crosswise. */
  static Map<String, List<Arrival>> bySession(List<Arrival> fresh) {
    Map<String, List<Arrival>> shares = new TreeMap<>();
    for (Arrival arrival : fresh) {
      shares
          .computeIfAbsent(arrival.event().session().value(), key -> new ArrayList<>())
          .add(arrival);
    }
    return shares;
  }

  /** For {@link EventSql#PLACES}. */
  static Tuple session(List<Arrival> share) {
    Arrival first = share.get(0);
    Arrival last = share.get(share.size() - 1);
    long kept = share.stream().filter(arrival -> !arrival.event().type().shown()).count();
    return Tuple.tuple()
        .addString(first.event().session().value())
        .addLong(first.item().chat())
        .addLong(first.item().chat())
        .addString(told(share, MetadataKeys.AGENT))
        .addString(told(share, MetadataKeys.HOSTNAME))
        .addString(told(share, MetadataKeys.PROJECT_DIR))
        .addLong(first.item().receivedAt().toEpochMilli())
        .addLong(first.item().receivedAt().toEpochMilli())
        .addLong(last.item().receivedAt().toEpochMilli())
        .addLong(1L + share.size())
        .addLong(kept);
  }

  /** For {@link EventSql#INSERT}. */
  static List<Tuple> events(Map<String, List<Arrival>> shares, List<Row> nextSeqs) {
    List<Tuple> rows = new ArrayList<>();
    for (Row row : nextSeqs) {
      List<Arrival> share = shares.get(row.getString("session_id"));
      long seq = row.getLong("next_seq") - share.size();
      for (Arrival arrival : share) {
        rows.add(event(arrival, seq++));
      }
    }
    return rows;
  }

  /**
   * For {@link EventSql#NUMBERS}: the lowest number of each source that numbers. Duplicates count
   * too, since they are answered like new ones.
   */
  static List<Tuple> numbers(List<Arrival> arrived) {
    Map<String, Numbers> sources = new TreeMap<>();
    for (Arrival arrival : arrived) {
      Long number = arrival.event().sequence();
      if (number != null) {
        long at = arrival.item().receivedAt().toEpochMilli();
        sources.merge(arrival.event().source(), new Numbers(number, at), Numbers::and);
      }
    }
    return sources.entrySet().stream()
        .map(
            e ->
                Tuple.of(
                    e.getKey(),
                    e.getValue().lowest(),
                    e.getValue().firstAt(),
                    e.getKey(),
                    e.getValue().lowest()))
        .toList();
  }

  private static Tuple event(Arrival arrival, long seq) {
    HookEvent event = arrival.event();
    return Tuple.tuple()
        .addString(event.session().value())
        .addLong(seq)
        .addString(event.source())
        .addString(event.id())
        .addLong(event.sequence())
        .addString(arrival.item().repeatKey())
        .addString(event.type().wireName())
        .addString(event.toolUseId())
        .addLong(arrival.item().receivedAt().toEpochMilli())
        .addString(arrival.body())
        .addString(event.type().shown() ? "FRESH" : "KEPT");
  }

  private static String told(List<Arrival> share, String key) {
    return share.stream()
        .map(arrival -> arrival.event().metadata().getValue(key))
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }

  private record Numbers(long lowest, long firstAt) {
    Numbers and(Numbers later) {
      return new Numbers(Math.min(lowest, later.lowest), firstAt);
    }
  }
}
