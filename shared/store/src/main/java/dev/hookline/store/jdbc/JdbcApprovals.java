package dev.hookline.store.jdbc;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.Approvals;
import dev.hookline.store.Buttons;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewApproval;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.PlacedEvent;
import dev.hookline.store.Press;
import dev.hookline.store.ShownApproval;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Agents' questions. Each is settled by one statement that finds it open, or by none. */
final class JdbcApprovals implements Approvals {

  private final Database database;

  JdbcApprovals(Database database) {
    this.database = database;
  }

  @Override
  public Future<Approval> hold(NewApproval asked, Instant now) {
    return database.writeSoon(
        tx -> {
          tx.change(
              ApprovalSql.HOLD,
              asked.id(),
              asked.source(),
              asked.event(),
              asked.session().value(),
              asked.likeness(),
              now.toEpochMilli(),
              asked.expiresAt().toEpochMilli(),
              asked.heldUntil().toEpochMilli());
          return tx.row(ApprovalSql.HELD, asked.source(), asked.event())
              .map(ApprovalRows::approval)
              .orElseThrow();
        });
  }

  @Override
  public Future<List<Approval>> keep(Collection<String> ids, Instant heldUntil, Instant now) {
    if (ids.isEmpty()) {
      return Future.succeededFuture(List.of());
    }
    String marks = Tx.marks(ids.size());
    List<Object> named = List.copyOf(ids);
    return database.write(
        tx -> {
          tx.change(ApprovalSql.KEEP.formatted(marks), with(heldUntil.toEpochMilli(), named));
          List<Object> expired = new ArrayList<>(List.of(with(now.toEpochMilli(), named)));
          expired.add(now.toEpochMilli());
          tx.change(ApprovalSql.EXPIRE.formatted(marks), expired.toArray());
          return approvals(tx.rows(ApprovalSql.SETTLED.formatted(marks), named.toArray()));
        });
  }

  @Override
  public Future<Boolean> settle(String id, Approval.State how, Instant now) {
    return database.write(
        tx -> tx.change(ApprovalSql.SETTLE, how.name(), now.toEpochMilli(), id) == 1);
  }

  @Override
  public Future<Void> taken(String id) {
    return database.change(tx -> tx.change(ApprovalSql.TAKEN, id));
  }

  @Override
  public Future<List<Approval>> of(SessionKey session) {
    return database.ask(
        tx -> {
          List<Approval> found = approvals(tx.rows(ApprovalSql.OF_SESSION, session.value()));
          Collections.reverse(found);
          return found;
        });
  }

  @Override
  public Future<List<PlacedEvent>> behind(SessionKey session, long seq) {
    return database.ask(
        tx ->
            tx.rows(ApprovalSql.BEHIND, session.value(), seq).stream()
                .map(row -> new PlacedEvent(row.getLong("seq"), Rows.event(row)))
                .toList());
  }

  @Override
  public Future<Optional<ShownApproval>> offer(
      ChatLease lease, OutboxEntry entry, HookEvent event, String shown, Buttons buttons) {
    return database.write(
        tx -> {
          tx.guard(lease);
          Optional<Row> asked = tx.row(ApprovalSql.ASKED, event.source(), event.id());
          if (asked.isEmpty()) {
            return Optional.empty();
          }
          tx.change(ApprovalSql.OFFERED, shown, asked.get().getString("approval_id"));
          List<Object[]> fresh =
              buttons.actions().stream()
                  .map(action -> button(entry, buttons.ids().get(), action))
                  .toList();
          tx.changeEach(ApprovalSql.NEW_BUTTON, fresh);
          return Optional.of(ApprovalRows.shown(tx, asked.get()));
        });
  }

  @Override
  public Future<Optional<ShownApproval>> pressed(Press press) {
    return database.ask(
        tx -> {
          Optional<Row> found = find(tx, press);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(ApprovalRows.shown(tx, found.get()));
        });
  }

  @Override
  public Future<Boolean> answer(Press press, long version, String answer, Instant now) {
    return database.write(
        tx -> {
          Optional<Row> found = find(tx, press);
          boolean effective =
              found.isPresent()
                  && tx.change(
                          ApprovalSql.ANSWER,
                          answer,
                          now.toEpochMilli(),
                          press.user(),
                          press.name(),
                          found.get().getString("approval_id"),
                          version,
                          now.toEpochMilli())
                      == 1;
          audit(tx, press, found, answer, effective ? "answered" : "too late", now);
          return effective;
        });
  }

  @Override
  public Future<Boolean> pick(Press press, long version, String picks, Instant now) {
    return database.write(
        tx -> {
          Optional<Row> found = find(tx, press);
          boolean effective =
              found.isPresent()
                  && tx.change(
                          ApprovalSql.PICK,
                          picks,
                          found.get().getString("approval_id"),
                          version,
                          now.toEpochMilli())
                      == 1;
          audit(tx, press, found, picks, effective ? "picked" : "too late", now);
          return effective;
        });
  }

  @Override
  public Future<Void> refused(Press press, String why, Instant now) {
    return database.change(tx -> audit(tx, press, Optional.empty(), press.button(), why, now));
  }

  @Override
  public Future<Void> clear(Instant now) {
    long at = now.toEpochMilli();
    return database
        .ask(tx -> tx.row(ApprovalSql.UNHELD, at).isPresent())
        .compose(
            any ->
                any
                    ? database.change(tx -> tx.change(ApprovalSql.CLEAR, at, at, at))
                    : Future.succeededFuture());
  }

  @Override
  public Future<List<ShownApproval>> outdated(ChatLease lease, int limit) {
    return database.read(
        tx -> {
          tx.look(lease);
          List<ShownApproval> outdated = new ArrayList<>();
          for (Row row : tx.rows(ApprovalSql.OUTDATED, lease.chat(), lease.chat(), limit)) {
            outdated.add(ApprovalRows.shown(tx, row));
          }
          return outdated;
        });
  }

  @Override
  public Future<Void> outdate(ChatLease lease, HookEvent event) {
    return database.change(
        tx -> {
          tx.guard(lease);
          tx.change(ApprovalSql.OUTDATE, event.source(), event.id());
        });
  }

  @Override
  public Future<Void> shown(ChatLease lease, String id, long version) {
    return database.change(
        tx -> {
          tx.guard(lease);
          tx.change(ApprovalSql.SHOWN, version, id, version);
        });
  }

  private static Optional<Row> find(Tx tx, Press press) throws SQLException {
    return press.button().isEmpty()
        ? tx.row(ApprovalSql.REPLIED_TO, press.chat(), press.message(), press.thread())
        : tx.row(
            ApprovalSql.BUTTON_PRESSED,
            press.button(),
            press.chat(),
            press.message(),
            press.thread());
  }

  private static void audit(
      Tx tx, Press press, Optional<Row> found, String what, String outcome, Instant now)
      throws SQLException {
    tx.change(
        ApprovalSql.AUDIT,
        now.toEpochMilli(),
        press.bot(),
        press.update(),
        press.user(),
        found.map(row -> row.getString("session_id")).orElse(""),
        found.map(row -> row.getString("approval_id")).orElse(""),
        what,
        outcome);
  }

  private static Object[] button(OutboxEntry entry, String id, String action) {
    return new Object[] {id, entry.session().value(), entry.position(), action};
  }

  private static Object[] with(Object first, List<Object> others) {
    List<Object> all = new ArrayList<>();
    all.add(first);
    all.addAll(others);
    return all.toArray();
  }

  private static List<Approval> approvals(List<Row> rows) {
    List<Approval> approvals = new ArrayList<>();
    rows.forEach(row -> approvals.add(ApprovalRows.approval(row)));
    return approvals;
  }
}
