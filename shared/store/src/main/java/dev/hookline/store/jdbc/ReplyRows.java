package dev.hookline.store.jdbc;

import dev.hookline.store.QueuedReply;
import dev.hookline.store.ReplyMark;
import java.util.List;

/** Reads what people wrote from rows. */
final class ReplyRows {

  private ReplyRows() {}

  static List<QueuedReply> all(List<Row> rows) {
    return rows.stream().map(ReplyRows::reply).toList();
  }

  static ReplyMark mark(Row row) {
    return new ReplyMark(
        Rows.session(row),
        row.getLong("place"),
        row.getLong("message_id"),
        ReplyMark.Kind.valueOf(row.getString("mark")));
  }

  static QueuedReply reply(Row row) {
    return new QueuedReply(
        Rows.session(row),
        row.getLong("place"),
        row.getLong("message_id"),
        row.getString("user_name"),
        row.getString("text"),
        row.getString("file"),
        QueuedReply.State.valueOf(row.getString("state")),
        Rows.instant(row, "taken_at"));
  }
}
