package dev.hookline.store.jdbc;

import dev.hookline.store.Arrangement;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Errand;
import dev.hookline.store.Errands;
import dev.hookline.store.Order;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What commands change, and what is to be done for them. */
final class JdbcErrands implements Errands {

  private final Database database;

  JdbcErrands(Database database) {
    this.database = database;
  }

  @Override
  public Future<Boolean> carryOut(
      Order order, Arrangement arrangement, Errand.Deed deed, String text, Instant now) {
    return database.write(
        tx -> {
          Locks.chat(tx, order.chat());
          if (!add(tx, order, deed, text, now)) {
            return false;
          }
          Optional<String> instead = Arranging.make(tx, arrangement);
          if (instead.isPresent()) {
            sayInstead(tx, order.chat(), order.message(), instead.get(), now);
          }
          audit(tx, order, "done", now);
          return true;
        });
  }

  @Override
  public Future<Void> refused(Order order, String why, Instant now) {
    return database.change(tx -> audit(tx, order, why, now));
  }

  @Override
  public Future<Optional<Errand>> claim(ChatLease lease, Instant now) {
    long at = now.toEpochMilli();
    return database
        .ask(tx -> tx.row(ErrandSql.NEXT, lease.chat(), at).isPresent())
        .compose(any -> any ? take(lease, at) : Future.succeededFuture(Optional.empty()));
  }

  private Future<Optional<Errand>> take(ChatLease lease, long at) {
    return database.write(
        tx -> {
          tx.guard(lease);
          Optional<Row> next = tx.row(ErrandSql.NEXT, lease.chat(), at);
          if (next.isPresent()) {
            Row row = next.get();
            tx.change(ErrandSql.BEGIN, at, lease.chat(), row.getLong("message_id"));
          }
          return next.map(JdbcErrands::errand);
        });
  }

  @Override
  public Future<Void> done(ChatLease lease, Errand errand, long message, Instant now) {
    return change(
        lease,
        tx -> {
          if (message != 0) {
            Messages.remember(tx, lease.chat(), message, errand.thread());
          }
          end(tx, errand, "DONE", "", now);
        });
  }

  @Override
  public Future<Void> putBack(ChatLease lease, Errand errand, Instant notBefore) {
    return change(
        lease,
        tx ->
            tx.change(
                ErrandSql.PUT_BACK, notBefore.toEpochMilli(), errand.chat(), errand.message()));
  }

  @Override
  public Future<Void> drop(ChatLease lease, Errand errand, String why, Instant now) {
    return change(lease, tx -> end(tx, errand, "DROPPED", why, now));
  }

  @Override
  public Future<Void> sayInstead(ChatLease lease, Errand errand, String words, Instant now) {
    return change(lease, tx -> sayInstead(tx, errand.chat(), errand.message(), words, now));
  }

  @Override
  public Future<List<Errand>> underWay(ChatLease lease) {
    return database.read(
        tx -> {
          tx.look(lease);
          return tx.rows(ErrandSql.UNDER_WAY, lease.chat()).stream()
              .map(JdbcErrands::errand)
              .toList();
        });
  }

  private Future<Void> change(ChatLease lease, Change change) {
    return database.change(
        tx -> {
          tx.guard(lease);
          change.in(tx);
        });
  }

  private static boolean add(Tx tx, Order order, Errand.Deed deed, String text, Instant now)
      throws SQLException {
    long waiting =
        tx.row(ErrandSql.WAITING, order.chat(), order.user()).orElseThrow().getLong("waiting");
    boolean fits = waiting < MOST_WAITING;
    return tx.change(
            ErrandSql.ADD,
            order.chat(),
            order.message(),
            order.thread(),
            order.user(),
            deed.name(),
            text,
            fits ? "WAITING" : "DROPPED",
            fits ? "" : "too many wait",
            now.toEpochMilli(),
            now.toEpochMilli())
        == 1;
  }

  private static void sayInstead(Tx tx, long chat, long message, String words, Instant now)
      throws SQLException {
    tx.change(ErrandSql.SAY_INSTEAD, words, now.toEpochMilli(), chat, message);
  }

  private static void audit(Tx tx, Order order, String outcome, Instant now) throws SQLException {
    tx.change(
        ErrandSql.AUDIT,
        now.toEpochMilli(),
        order.bot(),
        order.update(),
        order.user(),
        order.chat(),
        order.thread(),
        order.words(),
        outcome);
  }

  private static void end(Tx tx, Errand errand, String state, String why, Instant now)
      throws SQLException {
    tx.change(ErrandSql.END, state, why, now.toEpochMilli(), errand.chat(), errand.message());
  }

  private static Errand errand(Row row) {
    return new Errand(
        row.getLong("chat_id"),
        row.getLong("message_id"),
        row.getLong("thread_id"),
        Errand.Deed.valueOf(row.getString("deed")),
        row.getString("text"),
        row.getLong("low_message_id"));
  }
}
