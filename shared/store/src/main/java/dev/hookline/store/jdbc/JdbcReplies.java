package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Heard;
import dev.hookline.store.Listener;
import dev.hookline.store.NewReply;
import dev.hookline.store.QueuedReply;
import dev.hookline.store.Replies;
import dev.hookline.store.ReplyMark;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What people write for agents. Whoever changes a session's queue holds the session's row, so that
 * each text has one owner at a time.
 */
final class JdbcReplies implements Replies {

  private static final String TOO_MANY = "Not taken: %d messages wait for the agent already.";
  private static final String IN_DOUBT =
      "It is not known whether the agent got “%s”. Send it again if it did not.";

  private final Database database;

  JdbcReplies(Database database) {
    this.database = database;
  }

  @Override
  public Future<Taken> take(NewReply reply, Instant now) {
    return database.write(
        tx -> {
          if (tx.change(ReplySql.HANDLE, reply.bot(), reply.update()) == 0) {
            return new Taken(Outcome.BEFORE, null);
          }
          Optional<String> session = session(tx, reply);
          if (session.isEmpty()) {
            return new Taken(Outcome.NOBODYS, null);
          }
          Outcome outcome = takeFor(tx, session.get(), reply, now);
          return new Taken(outcome, new SessionKey(session.get()));
        });
  }

  @Override
  public Future<Boolean> refuse(NewReply reply, String words, Instant now) {
    return database.write(
        tx -> {
          if (tx.change(ReplySql.HANDLE, reply.bot(), reply.update()) == 0) {
            return false;
          }
          Optional<String> session = session(tx, reply);
          if (session.isPresent()) {
            audit(tx, session.get(), reply, "refused", now);
            Notes.say(tx, session.get(), words, now);
          }
          return session.isPresent();
        });
  }

  @Override
  public Future<List<QueuedReply>> unfetched(long chat, int limit) {
    return database.ask(tx -> ReplyRows.all(tx.rows(ReplySql.UNFETCHED, chat, limit)));
  }

  @Override
  public Future<Void> fetched(QueuedReply reply, String text, String words, Instant now) {
    String session = reply.session().value();
    return database.change(
        tx -> {
          Locks.session(tx, session);
          int changed = tx.change(ReplySql.FETCHED, text, session, reply.place(), reply.file());
          if (changed == 1 && !words.isEmpty()) {
            Notes.say(tx, session, words, now);
          }
        });
  }

  @Override
  public Future<Heard> hear(Listener listener, Instant now) {
    HandOut handOut = new HandOut(listener, now);
    return database
        .ask(handOut::look)
        .compose(
            seen ->
                seen.worthIt()
                    ? database.write(tx -> handOut.give(tx, seen.nothing()))
                    : Future.succeededFuture(seen.nothing()));
  }

  @Override
  public Future<Boolean> goesOnByItself(Listener listener) {
    return database.ask(tx -> Wakes.areDue(tx, listener.source(), listener.event()));
  }

  @Override
  public Future<Void> delivered(SessionKey session, String exchange) {
    return database.change(
        tx -> {
          Locks.session(tx, session.value());
          tx.change(ReplySql.DELIVERED, session.value(), exchange);
        });
  }

  @Override
  public Future<Void> release(SessionKey session, String exchange) {
    return database.change(
        tx -> {
          Locks.session(tx, session.value());
          tx.change(ReplySql.RELEASE, session.value(), exchange);
        });
  }

  @Override
  public Future<Boolean> doubt(Duration tooLong, Instant now) {
    long before = now.minus(tooLong).toEpochMilli();
    return database
        .ask(tx -> tx.rows(ReplySql.TOO_LONG_GIVEN, before))
        .compose(
            any ->
                any.isEmpty()
                    ? Future.succeededFuture(false)
                    : database.write(tx -> doubtAll(tx, any, now)));
  }

  @Override
  public Future<Optional<ReplyMark>> unmarked(ChatLease lease) {
    return database.read(
        tx -> {
          tx.look(lease);
          return tx.row(ReplySql.UNMARKED, lease.chat()).map(ReplyRows::mark);
        });
  }

  @Override
  public Future<Void> marked(ChatLease lease, ReplyMark mark) {
    return database.change(
        tx -> {
          tx.guard(lease);
          tx.change(ReplySql.MARKED, mark.kind().name(), mark.session().value(), mark.place());
        });
  }

  @Override
  public Future<List<QueuedReply>> waiting(SessionKey session) {
    return database.ask(tx -> ReplyRows.all(tx.rows(ReplySql.WAITING, session.value())));
  }

  @Override
  public Future<Optional<QueuedReply>> written(SessionKey session, long message) {
    String of = session.value();
    return database.ask(
        tx ->
            (message == 0 ? tx.row(ReplySql.LATEST, of) : tx.row(ReplySql.AT, of, message))
                .map(ReplyRows::reply));
  }

  private static Optional<String> session(Tx tx, NewReply reply) throws SQLException {
    return tx.row(ReplySql.SESSION_OF_TOPIC, reply.chat(), reply.thread())
        .map(row -> row.getString("session_id"));
  }

  private static Outcome takeFor(Tx tx, String session, NewReply reply, Instant now)
      throws SQLException {
    Locks.session(tx, session);
    long waiting = tx.row(ReplySql.COUNT_WAITING, session).orElseThrow().getLong("waiting");
    if (waiting >= MOST_WAITING) {
      audit(tx, session, reply, "too many wait", now);
      Notes.say(tx, session, TOO_MANY.formatted(waiting), now);
      return Outcome.TOO_MANY;
    }
    tx.change(
        ReplySql.TAKE,
        session,
        reply.chat(),
        reply.message(),
        reply.bot(),
        reply.update(),
        reply.user(),
        reply.name(),
        reply.text(),
        reply.file(),
        now.toEpochMilli(),
        session);
    audit(tx, session, reply, "taken", now);
    return Outcome.WAITING;
  }

  private static boolean doubtAll(Tx tx, List<Row> tooLong, Instant now) throws SQLException {
    boolean any = false;
    for (QueuedReply reply : ReplyRows.all(tooLong)) {
      String session = reply.session().value();
      Locks.session(tx, session);
      if (tx.change(ReplySql.DOUBT, session, reply.place()) == 1) {
        Notes.say(tx, session, IN_DOUBT.formatted(Notes.excerpt(reply.text())), now);
        any = true;
      }
    }
    return any;
  }

  private static void audit(Tx tx, String session, NewReply reply, String outcome, Instant now)
      throws SQLException {
    tx.change(
        ApprovalSql.AUDIT,
        now.toEpochMilli(),
        reply.bot(),
        reply.update(),
        reply.user(),
        session,
        "",
        "wrote to the agent",
        outcome);
  }
}
