package dev.hookline.store.jdbc;

import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Updates;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the bot's updates. */
final class JdbcUpdates implements Updates {

  private static final String OFFSET = "SELECT next_offset FROM bot WHERE bot_id = ?";

  /** Follows the batch, also to lower numbers: Telegram begins anew after a silent week. */
  private static final String MOVE_ON =
      """
      INSERT INTO bot (bot_id, next_offset) VALUES (?, ?)
      ON CONFLICT (bot_id) DO UPDATE SET next_offset = excluded.next_offset""";

  private static final String KEEP =
      """
      INSERT INTO update_seen
        (bot_id, update_id, chat_id, message_id, thread_id, received_at, body)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (bot_id, update_id) DO NOTHING""";

  private static final String UNHANDLED =
      """
      SELECT update_id, chat_id, message_id, thread_id, body FROM update_seen
      WHERE bot_id = ? AND handled = 0 ORDER BY update_id LIMIT ?""";

  private static final String HANDLED =
      "UPDATE update_seen SET handled = 1 WHERE bot_id = ? AND update_id = ?";

  private final Database database;

  JdbcUpdates(Database database) {
    this.database = database;
  }

  @Override
  public Future<Long> nextOffset(long bot) {
    return database.ask(
        tx -> tx.row(OFFSET, bot).map(row -> row.getLong("next_offset")).orElse(0L));
  }

  @Override
  public Future<Void> store(long bot, List<IncomingUpdate> batch, Instant now) {
    if (batch.isEmpty()) {
      return Future.succeededFuture();
    }
    long next = 1 + batch.stream().mapToLong(IncomingUpdate::updateId).max().orElseThrow();
    List<Object[]> updates = batch.stream().map(update -> row(bot, update, now)).toList();
    return database.change(
        tx -> {
          Locks.chats(tx, batch.stream().map(IncomingUpdate::chat).toList());
          tx.changeEach(KEEP, updates);
          tx.changeEach(Messages.REMEMBER, messages(batch));
          tx.changeEach(Messages.RAISE, highest(batch));
          tx.change(MOVE_ON, bot, next);
        });
  }

  @Override
  public Future<List<IncomingUpdate>> unhandled(long bot, int limit) {
    return database.ask(
        tx -> tx.rows(UNHANDLED, bot, limit).stream().map(JdbcUpdates::update).toList());
  }

  @Override
  public Future<Void> handled(long bot, Collection<Long> updateIds) {
    List<Object[]> ids = updateIds.stream().map(id -> new Object[] {bot, id}).toList();
    return database.change(tx -> tx.changeEach(HANDLED, ids));
  }

  private static IncomingUpdate update(Row row) {
    return new IncomingUpdate(
        row.getLong("update_id"),
        row.getLong("chat_id"),
        row.getLong("message_id"),
        row.getLong("thread_id"),
        row.getString("body"));
  }

  private static Object[] row(long bot, IncomingUpdate update, Instant now) {
    return new Object[] {
      bot,
      update.updateId(),
      update.chat(),
      update.messageId(),
      update.thread(),
      now.toEpochMilli(),
      update.body()
    };
  }

  private static List<Object[]> messages(List<IncomingUpdate> batch) {
    return batch.stream()
        .filter(JdbcUpdates::bringsMessage)
        .map(update -> new Object[] {update.chat(), update.messageId(), update.thread()})
        .toList();
  }

  private static List<Object[]> highest(List<IncomingUpdate> batch) {
    Map<Long, Long> highest = new HashMap<>();
    batch.stream()
        .filter(JdbcUpdates::bringsMessage)
        .forEach(update -> highest.merge(update.chat(), update.messageId(), Math::max));
    return highest.entrySet().stream()
        .map(entry -> new Object[] {entry.getValue(), entry.getKey(), entry.getValue()})
        .toList();
  }

  private static boolean bringsMessage(IncomingUpdate update) {
    return update.chat() != 0 && update.messageId() != 0;
  }
}
