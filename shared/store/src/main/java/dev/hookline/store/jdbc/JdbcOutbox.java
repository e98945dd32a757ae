package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.SentPart;
import dev.hookline.store.Shown;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is still to be shown. Every change is made under the lease, in one transaction. */
final class JdbcOutbox implements Outbox {

  private final Database database;

  JdbcOutbox(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<OutboxEntry>> claim(
      ChatLease lease, Set<SessionKey> passOver, Instant now) {
    return claim(lease, OutboxSql.NEXT, 3, passOver, now);
  }

  @Override
  public Future<Optional<OutboxEntry>> claimWhileUrgent(
      ChatLease lease, Set<SessionKey> passOver, Instant now) {
    return claim(lease, OutboxSql.NEXT_WHILE_URGENT, 4, passOver, now);
  }

  /**
   * @param times how often the statement asks for what is due
   */
  private Future<Optional<OutboxEntry>> claim(
      ChatLease lease, String next, int times, Set<SessionKey> passOver, Instant now) {
    String over =
        passOver.isEmpty() ? "" : OutboxSql.PASS_OVER.formatted(Tx.marks(passOver.size()));
    String sql = next.formatted(Collections.nCopies(times, over).toArray());
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      values.addAll(List.of(lease.chat(), now.toEpochMilli()));
      passOver.forEach(session -> values.add(session.value()));
    }
    values.addAll(List.of(lease.chat(), lease.epoch()));
    return database.write(
        tx -> {
          if (head(tx, lease, sql, values).isEmpty()) {
            return Optional.empty(); // which is most often so, and kept nobody waiting
          }
          tx.guard(lease);
          Optional<Row> head = head(tx, lease, sql, values);
          return head.isEmpty()
              ? Optional.empty()
              : Optional.of(claimed(tx, lease, head.get(), now));
        });
  }

  private static Optional<Row> head(Tx tx, ChatLease lease, String sql, List<Object> values)
      throws SQLException {
    Row row = tx.row(sql, values.toArray()).orElseThrow(() -> Tx.stale(lease));
    return row.getString("session_id") == null ? Optional.empty() : Optional.of(row);
  }

  private static OutboxEntry claimed(Tx tx, ChatLease lease, Row head, Instant now)
      throws SQLException {
    String session = head.getString("session_id");
    long low = head.getLong("last_message_id");
    tx.change(OutboxSql.COUNT_TURN, lease.chat());
    tx.change(OutboxSql.SERVED, session);
    tx.change(
        OutboxSql.SEND, lease.epoch(), low, now.toEpochMilli(), session, head.getLong("position"));
    return Entries.claimed(tx, head, low, lease.epoch());
  }

  @Override
  public Future<List<OutboxEntry>> behind(ChatLease lease, OutboxEntry entry, int most) {
    return database.read(
        tx -> {
          tx.look(lease);
          return Entries.behind(tx, entry, most);
        });
  }

  @Override
  public Future<Void> fold(ChatLease lease, OutboxEntry entry) {
    return change(
        lease,
        tx ->
            tx.change(
                OutboxSql.FOLD,
                entry.position(),
                entry.session().value(),
                entry.position(),
                entry.last()));
  }

  @Override
  public Future<Optional<Shown>> before(ChatLease lease, OutboxEntry entry, Instant since) {
    return database.read(
        tx -> {
          tx.look(lease);
          return Entries.before(tx, lease, entry, since);
        });
  }

  @Override
  public Future<Void> join(ChatLease lease, OutboxEntry entry, long head) {
    return change(
        lease, tx -> tx.change(OutboxSql.JOIN, head, entry.session().value(), entry.position()));
  }

  @Override
  public Future<Void> confirm(ChatLease lease, OutboxEntry entry, SentPart sent, Instant now) {
    return change(
        lease,
        tx -> {
          sent(tx, entry, sent, now.toEpochMilli());
          if (sent.messageId() != 0) {
            Messages.show(tx, lease, sent.messageId(), entry);
            told(tx, entry);
          }
          if (sent.last()) {
            pass(tx, entry);
          }
        });
  }

  @Override
  public Future<Void> hush(ChatLease lease, OutboxEntry entry, Instant now) {
    String session = entry.session().value();
    long first = entry.position();
    long events =
        entry.events().size() + entry.folded().stream().mapToLong(o -> o.events().size()).sum();
    return change(
        lease,
        tx -> {
          tx.change(OutboxSql.HUSH, now.toEpochMilli(), session, first, entry.last());
          tx.change(OutboxSql.PASS_HUSHED, entry.last(), events, session, first - 1);
        });
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
        tx -> {
          settle(tx, OutboxSql.PARK, entry, reason, now.toEpochMilli());
          pass(tx, entry);
        });
  }

  @Override
  public Future<Void> stray(ChatLease lease, long messageId) {
    return change(lease, tx -> Messages.remember(tx, lease.chat(), messageId, 0));
  }

  @Override
  public Future<List<OutboxEntry>> doubted(ChatLease lease) {
    return database.read(
        tx -> {
          tx.look(lease);
          return Entries.inFlight(tx, tx.rows(OutboxSql.DOUBTED, lease.chat()));
        });
  }

  @Override
  public Future<Optional<Instant>> nextDue(ChatLease lease) {
    return database.ask(
        tx ->
            tx.row(OutboxSql.NEXT_DUE, lease.chat())
                .map(row -> row.getLong("due"))
                .map(Instant::ofEpochMilli));
  }

  private Future<Void> change(ChatLease lease, Change change) {
    return database.change(
        tx -> {
          tx.guard(lease);
          change.in(tx);
        });
  }

  private static void settle(Tx tx, String sql, OutboxEntry entry, Object... values)
      throws SQLException {
    List<Object> all = new ArrayList<>(List.of(values));
    all.addAll(List.of(entry.session().value(), entry.position(), entry.last()));
    tx.change(sql, all.toArray());
  }

  private static void sent(Tx tx, OutboxEntry entry, SentPart sent, long at) throws SQLException {
    String session = entry.session().value();
    long head = entry.position();
    int doubts = sent.certain() ? 0 : 1;
    String state = sent.last() ? "SENT" : "PENDING";
    int part = sent.last() ? entry.part() : entry.part() + 1;
    tx.change(OutboxSql.SENT, state, part, doubts, at, session, head, head, entry.part());
    tx.change(OutboxSql.SENT_TOO, doubts, at, session, head + 1, entry.last(), head);
  }

  private static void told(Tx tx, OutboxEntry entry) throws SQLException {
    if (!entry.hushed().isEmpty()) {
      long position = entry.position();
      tx.change(OutboxSql.TOLD, position, entry.session().value(), position);
    }
  }

  private static void pass(Tx tx, OutboxEntry entry) throws SQLException {
    long position = entry.position();
    tx.change(OutboxSql.PASS, entry.last(), entry.session().value(), position - 1);
  }
}
