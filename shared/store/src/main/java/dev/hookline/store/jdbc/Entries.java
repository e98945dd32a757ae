package dev.hookline.store.jdbc;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.Verbosity;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Shown;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads entries of the outbox together with the events that they show. */
final class Entries {

  /** Characters of events that are read at once for one message: far more than it can show. */
  private static final long MOST_TEXT = 500_000;

  private Entries() {}

  /** An entry as it is claimed under an epoch. */
  static OutboxEntry claimed(Tx tx, Row head, long low, long epoch) throws SQLException {
    return entry(
        tx, head, low, epoch, events(tx, List.of(head)), hushed(tx, head), whole(tx, head));
  }

  /** Entries that were claimed earlier, with what was folded into them. */
  static List<OutboxEntry> inFlight(Tx tx, List<Row> heads) throws SQLException {
    List<OutboxEntry> entries = new ArrayList<>();
    for (Row head : heads) {
      OutboxEntry entry = claimed(tx, head, head.getLong("low_message_id"), head.getLong("epoch"));
      String session = entry.session().value();
      long position = entry.position();
      List<Row> folded = tx.rows(OutboxSql.FOLDED, session, position, position);
      entries.add(entry.with(asWritten(tx, folded)));
    }
    return entries;
  }

  /** The message that ends right before an entry, if it can be edited. */
  static Optional<Shown> before(Tx tx, ChatLease lease, OutboxEntry entry, Instant since)
      throws SQLException {
    Optional<Row> head =
        tx.row(
            OutboxSql.BEFORE,
            entry.session().value(),
            entry.position() - 1,
            since.toEpochMilli(),
            lease.chat(),
            entry.thread());
    return head.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Shown(inFlight(tx, List.of(head.get())).get(0), head.get().getLong("message_id")));
  }

  /** What waits behind an entry without a gap, as far as it fits into memory. */
  static List<OutboxEntry> behind(Tx tx, OutboxEntry entry, int most) throws SQLException {
    Object[] places = {entry.session().value(), entry.position(), entry.position() + most};
    Map<Long, Long> sizes = new HashMap<>();
    for (Row row : tx.rows(OutboxSql.SIZES, places)) {
      sizes.put(row.getLong("position"), row.getLong("size"));
    }
    List<Row> taken = new ArrayList<>();
    long size = 0;
    for (Row row : tx.rows(OutboxSql.WAITING_BEHIND, places)) {
      long position = row.getLong("position");
      size += sizes.getOrDefault(position, 0L);
      if (position != entry.position() + taken.size() + 1 || size > MOST_TEXT) {
        break;
      }
      taken.add(row);
    }
    return asWritten(tx, taken);
  }

  /** How much of an entry's session is to be shown; null when nobody said. */
  static Verbosity verbosity(Row session) {
    String name = session.getString("verbosity");
    return name == null ? null : Verbosity.valueOf(name);
  }

  /** Entries as they are in the store, without what is folded into them. */
  static List<OutboxEntry> asWritten(Tx tx, List<Row> entries) throws SQLException {
    List<Row> events = events(tx, entries);
    List<OutboxEntry> written = new ArrayList<>();
    for (Row row : entries) {
      long low = row.getLong("low_message_id");
      written.add(entry(tx, row, low, row.getLong("epoch"), events, Map.of(), List.of()));
    }
    return written;
  }

  private static List<Row> events(Tx tx, List<Row> entries) throws SQLException {
    List<Object[]> places =
        entries.stream()
            .map(row -> new Object[] {row.getString("session_id"), row.getLong("position")})
            .toList();
    return tx.rowsFor(OutboxSql.EVENTS, "(?, CAST(? AS BIGINT))", places);
  }

  private static Map<EventType, Long> hushed(Tx tx, Row head) throws SQLException {
    if (head.getLong("hushed") == 0 || head.getLong("whole_of") != 0) {
      return Map.of(); // which is most often so; and a file counts nothing
    }
    long position = head.getLong("position");
    Map<EventType, Long> hushed = new EnumMap<>(EventType.class);
    for (Row row : tx.rows(OutboxSql.HUSHED, head.getString("session_id"), position, position)) {
      EventType type = EventType.ofWireName(row.getString("type")).orElse(EventType.OTHER);
      hushed.merge(type, row.getLong("events"), Long::sum);
    }
    return hushed;
  }

  private static List<OutboxEntry> whole(Tx tx, Row head) throws SQLException {
    long of = head.getLong("whole_of");
    return of == 0
        ? List.of()
        : asWritten(
            tx, tx.rows(OutboxSql.SHOWN_WITH, head.getString("session_id"), of, of, of, of, of));
  }

  private static Release.Kind kind(Row entry) {
    return entry.getLong("whole_of") == 0
        ? Release.Kind.valueOf(entry.getString("kind"))
        : Release.Kind.WHOLE;
  }

  private static OutboxEntry entry(
      Tx tx,
      Row head,
      long low,
      long epoch,
      List<Row> allEvents,
      Map<EventType, Long> hushed,
      List<OutboxEntry> whole)
      throws SQLException {
    SessionKey session = Rows.session(head);
    long position = head.getLong("position");
    List<HookEvent> events = new ArrayList<>();
    long firstSeq = 0;
    for (Row row : allEvents) {
      if (row.getString("session_id").equals(session.value())
          && row.getLong("position") == position) {
        firstSeq = events.isEmpty() ? row.getLong("seq") : firstSeq;
        events.add(Ending.told(tx, row));
      }
    }
    return new OutboxEntry(
        session,
        position,
        kind(head),
        head.getInteger("late") != 0,
        head.getString("text"),
        events,
        firstSeq,
        head.getInteger("generation"),
        head.getLong("thread_id"),
        head.getString("topic_name"),
        head.getString("topic_state").equals(SessionTopic.State.CLOSED.name()),
        head.getInteger("part"),
        head.getInteger("attempts"),
        low,
        epoch,
        head.getLong("to_show"),
        List.of(),
        head.getLong("joins"),
        verbosity(head),
        hushed,
        whole,
        Rows.instant(head, "silent_until"),
        Rows.instant(head, "changed_at"));
  }
}
