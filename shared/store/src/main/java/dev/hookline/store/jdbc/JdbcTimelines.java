package dev.hookline.store.jdbc;

import dev.hookline.messages.EventType;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.SentMessage;
import dev.hookline.store.Timeline;
import dev.hookline.store.TimelineEvent;
import dev.hookline.store.TimelineEvent.State;
import dev.hookline.store.Timelines;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** Tells what became of a session's events. */
final class JdbcTimelines implements Timelines {

  private final Database database;

  JdbcTimelines(Database database) {
    this.database = database;
  }

  @Override
  public Future<Timeline> before(SessionKey session, long seq, int limit) {
    return database.read(
        tx -> {
          List<Row> rows =
              new ArrayList<>(tx.rows(TimelineSql.BEFORE, session.value(), seq, limit));
          Collections.reverse(rows);
          return timeline(tx, session, rows, seq, seq - 1);
        });
  }

  @Override
  public Future<Timeline> after(SessionKey session, long seq, int limit) {
    return database.read(
        tx -> {
          List<Row> rows = tx.rows(TimelineSql.AFTER, session.value(), seq, limit);
          return timeline(tx, session, rows, seq + 1, seq);
        });
  }

  /**
   * @param low what an empty page begins with
   * @param high what it ends with
   */
  private static Timeline timeline(Tx tx, SessionKey session, List<Row> rows, long low, long high)
      throws SQLException {
    Row ends = tx.row(TimelineSql.ENDS, session.value(), session.value()).orElseThrow();
    Long first = ends.getLong("first");
    Long last = ends.getLong("last");
    boolean empty = rows.isEmpty();
    long from = empty ? low : rows.get(0).getLong("seq");
    long through = empty ? high : rows.get(rows.size() - 1).getLong("seq");
    return new Timeline(
        events(tx, rows), first != null && first < from, last != null && last > through);
  }

  private static List<TimelineEvent> events(Tx tx, List<Row> rows) throws SQLException {
    SentMessages messages = SentMessages.of(tx, rows);
    Tools tools = new Tools(rows);
    return rows.stream().map(row -> event(row, tools, messages)).toList();
  }

  private static TimelineEvent event(Row row, Tools tools, SentMessages messages) {
    State state = state(row);
    return new TimelineEvent(
        row.getLong("seq"),
        EventType.ofWireName(row.getString("type")).orElse(EventType.OTHER),
        tools.of(row),
        Rows.instant(row, "received_at"),
        state,
        Objects.requireNonNullElse(row.getString("reason"), ""),
        Objects.equals(row.getInteger("late"), 1),
        shownAt(row, state),
        messages(row, state, messages));
  }

  private static State state(Row row) {
    String entry = row.getString("state");
    if (entry == null) {
      return row.getString("placed").equals("FRESH") ? State.ORDERING : State.KEPT;
    }
    return switch (entry) {
      case "PENDING" -> State.WAITING;
      case "SENDING" -> State.SENDING;
      case "AMBIGUOUS" -> State.DOUBTED;
      case "PARKED" -> State.PARKED;
      default -> sent(row);
    };
  }

  private static State sent(Row row) {
    Long toldBy = row.getLong("told_by");
    if (toldBy != null) {
      return toldBy == 0 ? State.HUSHED : State.COUNTED;
    }
    if (row.getLong("head") != null) {
      return State.FOLDED;
    }
    return row.getLong("joins") != null ? State.EDITED : State.SHOWN;
  }

  private static Instant shownAt(Row row, State state) {
    return switch (state) {
      case SHOWN, FOLDED, EDITED -> Rows.instant(row, "changed_at");
      case COUNTED -> row.getLong("told_at") == null ? null : Rows.instant(row, "told_at");
      default -> null;
    };
  }

  /** What waits may have some of its messages already, or be about to join another one's. */
  private static List<SentMessage> messages(Row row, State state, SentMessages messages) {
    return switch (state) {
      case FOLDED, EDITED ->
          messages.part(row, Objects.requireNonNullElse(row.getInteger("head_part"), 0));
      case COUNTED -> messages.part(row, 0);
      case SHOWN -> messages.all(row);
      default ->
          row.getLong("joins") == null && row.getLong("head") == null
              ? messages.all(row)
              : List.of();
    };
  }
}
