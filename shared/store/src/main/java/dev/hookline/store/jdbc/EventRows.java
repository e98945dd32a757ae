package dev.hookline.store.jdbc;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.jdbc.Arrivals.Arrival;
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
  static Object[] session(List<Arrival> share) {
    Arrival first = share.get(0);
    Arrival last = share.get(share.size() - 1);
    long kept = share.stream().filter(arrival -> !arrival.event().type().shown()).count();
    return new Object[] {
      first.event().session().value(),
      first.item().chat(),
      first.item().chat(),
      told(share, MetadataKeys.AGENT),
      told(share, MetadataKeys.HOSTNAME),
      told(share, MetadataKeys.PROJECT_DIR),
      first.item().receivedAt().toEpochMilli(),
      first.item().receivedAt().toEpochMilli(),
      last.item().receivedAt().toEpochMilli(),
      1L + share.size(),
      kept
    };
  }

  /** For {@link EventSql#INSERT}. */
  static List<Object[]> events(Map<String, List<Arrival>> shares, List<Row> nextSeqs) {
    List<Object[]> rows = new ArrayList<>();
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
  static List<Object[]> numbers(List<Arrival> arrived) {
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
                new Object[] {
                  e.getKey(),
                  e.getValue().lowest(),
                  e.getValue().firstAt(),
                  e.getKey(),
                  e.getValue().lowest()
                })
        .toList();
  }

  private static Object[] event(Arrival arrival, long seq) {
    HookEvent event = arrival.event();
    return new Object[] {
      event.session().value(),
      seq,
      event.source(),
      event.id(),
      event.sequence(),
      arrival.item().repeatKey(),
      event.type().wireName(),
      event.toolUseId(),
      arrival.item().receivedAt().toEpochMilli(),
      arrival.body(),
      event.type().shown() ? "FRESH" : "KEPT"
    };
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
