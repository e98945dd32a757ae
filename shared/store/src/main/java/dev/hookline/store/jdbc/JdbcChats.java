package dev.hookline.store.jdbc;

import dev.hookline.store.ChatLease;
import dev.hookline.store.Chats;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who serves a chat. Every change names the epoch in its condition: the store is the law. */
final class JdbcChats implements Chats {

  private static final Duration CALLS_KEPT = Duration.ofMinutes(10);

  private static final String TAKE =
      """
      INSERT INTO chat (chat_id, owner, epoch, lease_until, last_message_id)
      VALUES (?, ?, 1, ?, (
        SELECT COALESCE(MAX(message_id), 0) FROM message WHERE message.chat_id = ?))
      ON CONFLICT (chat_id) DO UPDATE SET
        owner = excluded.owner, epoch = chat.epoch + 1, lease_until = excluded.lease_until
      WHERE chat.owner = excluded.owner OR chat.lease_until <= ?
      RETURNING\s"""
          + Rows.LEASE;

  private static final String DOUBT_ENTRIES =
      """
      UPDATE outbox SET state = 'AMBIGUOUS', reason = 'the node that sent it is gone',
        changed_at = ?
      WHERE chat_id = ? AND state IN ('SENDING', 'AMBIGUOUS', 'PARKED') AND state = 'SENDING'""";

  private static final String DOUBT_ATTEMPTS =
      """
      UPDATE topic_attempt SET state = 'AMBIGUOUS', reason = 'the node that called is gone',
        since = ?
      WHERE chat_id = ? AND state IN ('OPEN', 'AMBIGUOUS') AND state = 'OPEN'""";

  private static final String RENEW =
      "UPDATE chat SET lease_until = ? WHERE chat_id = ? AND epoch = ? RETURNING " + Rows.LEASE;
  private static final String RELEASE =
      "UPDATE chat SET lease_until = 0 WHERE chat_id = ? AND epoch = ?";

  private static final String CALLS =
      "SELECT at FROM chat_call WHERE chat_id = ? AND at >= ? ORDER BY at";
  private static final String CALL = "INSERT INTO chat_call (chat_id, at) VALUES (?, ?)";
  private static final String FORGET_CALLS = "DELETE FROM chat_call WHERE chat_id = ? AND at < ?";

  private static final String CLOSE =
      "UPDATE chat SET closed_until = ? WHERE chat_id = ? AND epoch = ?";
  private static final String SUSPEND =
      "UPDATE chat SET suspended = ? WHERE chat_id = ? AND epoch = ?";
  private static final String RESUME =
      "UPDATE chat SET suspended = NULL WHERE chat_id = ? AND epoch = ?";

  private static final String CURRENT = "SELECT migrated_to FROM chat WHERE chat_id = ?";

  private final Database database;
  private final Time time;

  JdbcChats(Database database, Time time) {
    this.database = database;
    this.time = time;
  }

  @Override
  public Future<Optional<ChatLease>> take(long chat, String owner, Duration lifetime, Instant now) {
    long at = now.toEpochMilli();
    return database.write(
        tx -> {
          long present = time.millis(tx);
          long until = present + lifetime.toMillis();
          Optional<Row> taken = tx.row(TAKE, chat, owner, until, chat, present);
          if (taken.isPresent()) {
            tx.change(DOUBT_ENTRIES, at, chat);
            tx.change(DOUBT_ATTEMPTS, at, chat);
          }
          return taken.map(Rows::lease);
        });
  }

  @Override
  public Future<ChatLease> renew(ChatLease lease, Duration lifetime) {
    return database.write(
        tx ->
            tx.row(RENEW, time.millis(tx) + lifetime.toMillis(), lease.chat(), lease.epoch())
                .map(Rows::lease)
                .orElseThrow(() -> Tx.stale(lease)));
  }

  @Override
  public Future<Void> release(ChatLease lease) {
    return database.change(tx -> tx.change(RELEASE, lease.chat(), lease.epoch()));
  }

  @Override
  public Future<List<Instant>> callsSince(long chat, Instant since) {
    return database.ask(
        tx ->
            tx.rows(CALLS, chat, since.toEpochMilli()).stream()
                .map(row -> Rows.instant(row, "at"))
                .toList());
  }

  @Override
  public Future<Void> calling(ChatLease lease, Instant now) {
    long old = now.minus(CALLS_KEPT).toEpochMilli();
    return database.change(
        tx -> {
          tx.guard(lease);
          tx.change(CALL, lease.chat(), now.toEpochMilli());
          tx.change(FORGET_CALLS, lease.chat(), old);
        });
  }

  @Override
  public Future<Void> closeUntil(ChatLease lease, Instant until) {
    return database.change(
        tx -> held(tx, lease, CLOSE, until.toEpochMilli(), lease.chat(), lease.epoch()));
  }

  @Override
  public Future<Void> suspend(ChatLease lease, String reason) {
    return database.change(tx -> held(tx, lease, SUSPEND, reason, lease.chat(), lease.epoch()));
  }

  @Override
  public Future<Void> resume(ChatLease lease) {
    return database.change(tx -> held(tx, lease, RESUME, lease.chat(), lease.epoch()));
  }

  @Override
  public Future<Void> migrate(long from, long to) {
    return database.change(
        tx -> {
          Locks.chats(tx, List.of(from, to));
          new Migration(tx, from, to).move();
        });
  }

  @Override
  public Future<Long> current(long chat) {
    return database.ask(
        tx -> tx.row(CURRENT, chat).map(row -> row.getLong("migrated_to")).orElse(chat));
  }

  /** The time by which leases end. */
  @FunctionalInterface
  interface Time {
    long millis(Tx tx) throws SQLException;
  }

  /** Makes a change that the lease allows. */
  private static void held(Tx tx, ChatLease lease, String sql, Object... values)
      throws SQLException {
    if (tx.change(sql, values) == 0) {
      throw Tx.stale(lease);
    }
  }
}
