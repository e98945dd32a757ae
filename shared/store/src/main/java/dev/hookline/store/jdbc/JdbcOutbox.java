package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.SentPart;
import dev.hookline.store.SessionTopic;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is still to be shown. Every change is made under the lease, in one transaction. */
final class JdbcOutbox implements Outbox {

  private final Database database;

  JdbcOutbox(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<OutboxEntry>> claim(
      ChatLease lease, Set<SessionKey> passOver, Instant now) {
    List<Object> values = new ArrayList<>(List.of(lease.chat(), now.toEpochMilli()));
    passOver.forEach(session -> values.add(session.value()));
    values.addAll(List.of(lease.chat(), lease.epoch()));
    String sql =
        OutboxSql.NEXT.formatted(
            passOver.isEmpty() ? "" : OutboxSql.PASS_OVER.formatted(Tx.marks(passOver.size())));
    return database.write(
        tx ->
            tx.row(sql, values.toArray())
                .compose(
                    row -> row.isEmpty() ? Tx.stale(lease) : claimed(tx, lease, row.get(), now)));
  }

  private static Future<Optional<OutboxEntry>> claimed(
      Tx tx, ChatLease lease, Row head, Instant now) {
    String session = head.getString("session_id");
    if (session == null) {
      return Future.succeededFuture(Optional.empty());
    }
    long position = head.getLong("position");
    long low = head.getLong("last_message_id");
    return tx.change(OutboxSql.COUNT_TURN, lease.chat())
        .compose(ignored -> tx.change(OutboxSql.SERVED, session))
        .compose(
            ignored ->
                tx.change(
                    OutboxSql.SEND, lease.epoch(), low, now.toEpochMilli(), session, position))
        .compose(ignored -> events(tx, List.of(head)))
        .map(events -> Optional.of(entry(head, low, lease.epoch(), events)));
  }

  @Override
  public Future<Void> confirm(ChatLease lease, OutboxEntry entry, SentPart sent, Instant now) {
    String state = sent.last() ? "SENT" : "PENDING";
    int next = sent.last() ? entry.part() : entry.part() + 1;
    int doubtful = sent.certain() ? 0 : 1;
    return change(
        lease,
        tx ->
            tx.change(
                    OutboxSql.SENT,
                    state,
                    next,
                    doubtful,
                    now.toEpochMilli(),
                    entry.session().value(),
                    entry.position(),
                    entry.part())
                .compose(ignored -> show(tx, lease, entry, sent))
                .compose(ignored -> sent.last() ? pass(tx, entry) : Future.succeededFuture()));
  }

  @Override
  public Future<Void> putBack(
      ChatLease lease, OutboxEntry entry, String reason, Instant notBefore) {
    return change(
        lease, tx -> settle(tx, OutboxSql.PUT_BACK, entry, reason, notBefore.toEpochMilli()));
  }

  @Override
  public Future<Void> doubt(ChatLease lease, OutboxEntry entry, String reason) {
    return change(lease, tx -> settle(tx, OutboxSql.DOUBT, entry, reason));
  }

  @Override
  public Future<Void> park(ChatLease lease, OutboxEntry entry, String reason, Instant now) {
    return change(
        lease,
        tx ->
            settle(tx, OutboxSql.PARK, entry, reason, now.toEpochMilli())
                .compose(ignored -> pass(tx, entry)));
  }

  @Override
  public Future<Void> stray(ChatLease lease, long messageId) {
    return change(lease, tx -> Messages.remember(tx, lease.chat(), messageId, 0));
  }

  @Override
  public Future<List<OutboxEntry>> doubted(ChatLease lease) {
    return database.read(
        tx ->
            tx.guard(lease)
                .compose(ignored -> tx.rows(OutboxSql.DOUBTED, lease.chat()))
                .compose(
                    rows ->
                        events(tx, rows)
                            .map(
                                events ->
                                    rows.stream()
                                        .map(
                                            row ->
                                                entry(
                                                    row,
                                                    row.getLong("low_message_id"),
                                                    row.getLong("epoch"),
                                                    events))
                                        .toList())));
  }

  @Override
  public Future<Optional<Instant>> nextDue(ChatLease lease) {
    return database.ask(
        tx ->
            tx.row(OutboxSql.NEXT_DUE, lease.chat())
                .map(row -> row.map(r -> r.getLong("due")).map(Instant::ofEpochMilli)));
  }

  private static Future<Void> show(Tx tx, ChatLease lease, OutboxEntry entry, SentPart sent) {
    return sent.messageId() == 0
        ? Future.succeededFuture()
        : Messages.show(tx, lease, sent.messageId(), entry);
  }

  private Future<Void> change(ChatLease lease, Function<Tx, Future<Void>> change) {
    return database.write(tx -> tx.guard(lease).compose(ignored -> change.apply(tx)));
  }

  private static Future<Void> settle(Tx tx, String sql, OutboxEntry entry, Object... values) {
    List<Object> all = new ArrayList<>(List.of(values));
    all.add(entry.session().value());
    all.add(entry.position());
    return tx.change(sql, all.toArray()).mapEmpty();
  }

  private static Future<Void> pass(Tx tx, OutboxEntry entry) {
    long position = entry.position();
    return tx.change(OutboxSql.PASS, position, entry.session().value(), position - 1).mapEmpty();
  }

  private static Future<List<Row>> events(Tx tx, List<Row> entries) {
    List<Tuple> places =
        entries.stream()
            .map(row -> Tuple.of(row.getString("session_id"), row.getLong("position")))
            .toList();
    return tx.rowsFor(OutboxSql.EVENTS, "(?, CAST(? AS BIGINT))", places);
  }

  private static OutboxEntry entry(Row head, long low, long epoch, List<Row> allEvents) {
    SessionKey session = Rows.session(head);
    long position = head.getLong("position");
    List<Row> events =
        allEvents.stream()
            .filter(row -> row.getString("session_id").equals(session.value()))
            .filter(row -> row.getLong("position") == position)
            .toList();
    return new OutboxEntry(
        session,
        position,
        Release.Kind.valueOf(head.getString("kind")),
        head.getInteger("late") != 0,
        head.getString("text"),
        events.stream().map(Rows::event).toList(),
        events.isEmpty() ? 0 : events.get(0).getLong("seq"),
        head.getInteger("generation"),
        head.getLong("thread_id"),
        head.getString("topic_name"),
        head.getString("topic_state").equals(SessionTopic.State.CLOSED.name()),
        head.getInteger("part"),
        head.getInteger("attempts"),
        low,
        epoch);
  }
}
