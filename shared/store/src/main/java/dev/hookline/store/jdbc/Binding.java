package dev.hookline.store.jdbc;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import java.time.Instant;

/** Gives a session the topic that one of its attempts created. */
final class Binding {

  private Binding() {}

  /** Open or ambiguous → bound; answers whether this call did it. */
  static Future<Boolean> bind(Tx tx, String attempt, long thread, Instant now) {
    long at = now.toEpochMilli();
    return tx.row(TopicSql.BIND, thread, at, attempt, thread)
        .compose(
            row ->
                row.isEmpty()
                    ? Future.succeededFuture(false)
                    : give(tx, row.get(), thread, at).map(true));
  }

  private static Future<Void> give(Tx tx, Row attempt, long thread, long at) {
    String session = attempt.getString("session_id");
    String name = attempt.getString("name");
    return tx.change(
            TopicSql.GIVE_TOPIC, thread, name, at, session, attempt.getInteger("generation"))
        .compose(ignored -> Messages.remember(tx, attempt.getLong("chat_id"), thread, thread));
  }
}
