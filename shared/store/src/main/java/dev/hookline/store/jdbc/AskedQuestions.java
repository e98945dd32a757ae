package dev.hookline.store.jdbc;

import dev.hookline.store.AskedQuestion;
import java.sql.SQLException;
import java.util.List;

/** Reads agents' questions for people who look on. */
final class AskedQuestions {

  private AskedQuestions() {}

  /** What {@link TimelineSql#OPEN} or {@link TimelineSql#SETTLED} finds. */
  static List<AskedQuestion> of(Tx tx, String sql, int limit) throws SQLException {
    List<Row> rows = tx.rows(sql, limit);
    SentMessages messages = SentMessages.of(tx, rows);
    return rows.stream().map(row -> question(row, messages)).toList();
  }

  private static AskedQuestion question(Row row, SentMessages messages) {
    return new AskedQuestion(
        ApprovalRows.approval(row),
        row.getString("session_name"),
        Tools.told(row),
        Rows.instant(row, "expires_at"),
        row.getString("shown"),
        row.getString("settled_name"),
        messages.all(row));
  }
}
