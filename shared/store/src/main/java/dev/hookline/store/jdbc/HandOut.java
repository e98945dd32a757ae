package dev.hookline.store.jdbc;

import dev.hookline.store.Heard;
import dev.hookline.store.Listener;
import dev.hookline.store.Listener.Way;
import dev.hookline.store.QueuedReply;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives an agent that listens what waits for it. What was given to an exchange is given to it
 * again, for as long as it asks.
 */
final class HandOut {

  /** Claude Code ends the turn by itself after eight; one less, for nothing must be lost then. */
  private static final int MOST_IN_A_ROW = 7;

  private static final int BETWEEN = 2; // an empty line

  private final Listener listener;
  private final Instant now;

  HandOut(Listener listener, Instant now) {
    this.listener = listener;
    this.now = now;
  }

  /**
   * Whether there may be something to give.
   *
   * @param nothing what to say when there is not
   */
  record Seen(boolean worthIt, Heard nothing) {}

  /** Looks, without keeping anybody out. */
  Seen look(Tx tx) throws SQLException {
    Optional<Row> known =
        tx.row(ReplySql.LISTENER, listener.exchange(), listener.source(), listener.event());
    if (known.isEmpty()) { // its event is one that came before
      return new Seen(false, new Heard(List.of(), true, now));
    }
    Row row = known.get();
    boolean goneOn = row.getInteger("gone_on") == 1;
    boolean had = row.getInteger("had") == 1;
    boolean waiting = row.getInteger("waiting") == 1;
    return new Seen(
        had || (waiting && !goneOn),
        new Heard(List.of(), goneOn, Rows.instant(row, "received_at")));
  }

  /** Gives it. */
  Heard give(Tx tx, Heard nothing) throws SQLException {
    String session = listener.session().value();
    Locks.session(tx, session);
    List<QueuedReply> had =
        ReplyRows.all(tx.rows(ReplySql.OF_EXCHANGE, session, listener.exchange()));
    if (!had.isEmpty() || nothing.over()) {
      return with(had, nothing);
    }
    int inARow = listener.way() == Way.STOP ? 1 + before(tx) : 0;
    if (inARow > MOST_IN_A_ROW) {
      return new Heard(List.of(), true, nothing.since());
    }
    List<QueuedReply> fitting = fitting(ReplyRows.all(tx.rows(ReplySql.WAITING, session)));
    for (QueuedReply reply : fitting) {
      tx.change(
          ReplySql.GIVE,
          listener.way().name(),
          listener.exchange(),
          inARow,
          now.toEpochMilli(),
          session,
          reply.place());
    }
    return with(fitting, nothing);
  }

  private static Heard with(List<QueuedReply> texts, Heard nothing) {
    return new Heard(texts, nothing.over(), nothing.since());
  }

  private int before(Tx tx) throws SQLException {
    return listener.goesOn()
        ? tx.row(ReplySql.IN_A_ROW, listener.session().value())
            .map(row -> row.getInteger("in_a_row"))
            .orElse(0)
        : 0;
  }

  /**
   * As many as may be told at once, in order, and at least one. None behind one that is not
   * complete.
   */
  private List<QueuedReply> fitting(List<QueuedReply> waiting) {
    List<QueuedReply> fitting = new ArrayList<>();
    int length = 0;
    for (QueuedReply reply : waiting) {
      length += reply.text().length() + BETWEEN;
      boolean tooMuch = length > listener.most() && !fitting.isEmpty();
      if (tooMuch || !reply.file().isEmpty()) {
        break;
      }
      fitting.add(reply);
    }
    return fitting;
  }
}
