package dev.hookline.store.jdbc;

import dev.hookline.store.Approval;
import dev.hookline.store.ShownApproval;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Reads agents' questions from rows. */
final class ApprovalRows {

  private ApprovalRows() {}

  static Approval approval(Row row) {
    return new Approval(
        row.getString("approval_id"),
        Rows.session(row),
        row.getLong("seq"),
        Approval.State.valueOf(row.getString("state")),
        row.getString("likeness"),
        Rows.instant(row, "asked_at"),
        Rows.instant(row, "settled_at"),
        row.getString("answer"));
  }

  /** With its buttons, which are looked up. */
  static ShownApproval shown(Tx tx, Row row) throws SQLException {
    Long position = row.getLong("position");
    Map<String, String> buttons = new HashMap<>();
    tx.rows(ApprovalSql.BUTTONS, row.getString("session_id"), position)
        .forEach(button -> buttons.put(button.getString("action"), button.getString("button_id")));
    return new ShownApproval(
        approval(row),
        Rows.event(row),
        position,
        row.getLong("message_id"),
        row.getString("shown"),
        row.getString("picks"),
        row.getLong("settled_by"),
        row.getString("settled_name"),
        row.getLong("version"),
        buttons);
  }
}
