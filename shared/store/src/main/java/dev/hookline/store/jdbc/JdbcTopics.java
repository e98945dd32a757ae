package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Sighting;
import dev.hookline.store.TopicAttempt;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Claims on topics: each method that closes an attempt is one compare-and-set. */
final class JdbcTopics implements Topics {

  private final Database database;

  JdbcTopics(Database database) {
    this.database = database;
  }

  @Override
  public Future<Optional<SessionTopic>> of(SessionKey session) {
    return database.ask(tx -> tx.row(TopicSql.OF, session.value()).map(Rows::topic));
  }

  @Override
  public Future<Optional<SessionTopic>> at(long chat, long thread) {
    return database.ask(tx -> tx.row(TopicSql.AT, chat, thread, thread).map(Rows::topic));
  }

  @Override
  public Future<List<SessionTopic>> needing(Instant now, int limit) {
    return topics(TopicSql.NEEDING, now.toEpochMilli(), limit);
  }

  @Override
  public Future<List<SessionTopic>> doubted(int limit) {
    return topics(TopicSql.DOUBTED, limit);
  }

  @Override
  public Future<Optional<TopicAttempt>> open(
      SessionTopic session, String attempt, String marker, String name, Instant now) {
    long at = now.toEpochMilli();
    String id = session.session().value();
    return database.write(
        tx -> {
          Locks.chat(tx, session.chat());
          return tx.row(TopicSql.CLAIM, attempt, marker, name, at, at, id, session.generation())
              .map(Rows::attempt);
        });
  }

  @Override
  public Future<Boolean> bind(String attempt, long thread, Instant now) {
    return database.write(
        tx -> {
          Locks.chatOfAttempt(tx, attempt);
          return Binding.bind(tx, attempt, thread, now);
        });
  }

  @Override
  public Future<Boolean> fail(String attempt, String reason, Instant retryAt) {
    return closing(attempt, TopicSql.FAIL, new Object[] {reason, attempt}, reason, retryAt);
  }

  @Override
  public Future<Boolean> doubt(String attempt, String reason, Instant now) {
    Object[] values = {reason, now.toEpochMilli(), attempt};
    return closing(attempt, TopicSql.DOUBT, values, reason, Instant.EPOCH);
  }

  @Override
  public Future<Boolean> absent(String attempt, Instant now) {
    Object[] values = {now.toEpochMilli(), attempt};
    return closing(attempt, TopicSql.ABSENT, values, "", Instant.EPOCH);
  }

  @Override
  public Future<Sighting> sighted(long chat, long thread, String name, Instant now) {
    return database.write(
        tx -> {
          Locks.chat(tx, chat);
          return new Sightings(tx, chat, thread, now).judge(name);
        });
  }

  @Override
  public Future<Boolean> reaped(String attempt, Instant now) {
    return database.write(
        tx -> {
          Locks.chatOfAttempt(tx, attempt);
          return tx.change(TopicSql.REAP, now.toEpochMilli(), attempt) > 0;
        });
  }

  @Override
  public Future<List<TopicAttempt>> unsettled(Instant openedBefore, int limit) {
    long before = openedBefore.toEpochMilli();
    return database.ask(
        tx -> tx.rows(TopicSql.UNSETTLED, before, limit).stream().map(Rows::attempt).toList());
  }

  @Override
  public Future<List<Long>> knownMessages(long chat, long above) {
    return database.ask(
        tx ->
            tx.rows(TopicSql.KNOWN_MESSAGES, chat, above, chat, above).stream()
                .map(row -> row.getLong("message_id"))
                .toList());
  }

  @Override
  public Future<Boolean> closed(long chat, long thread, Instant now) {
    return changesChat(chat, TopicSql.CLOSED, now.toEpochMilli(), chat, thread, thread);
  }

  @Override
  public Future<Boolean> reopened(long chat, long thread, Instant now) {
    return changesChat(chat, TopicSql.REOPENED, now.toEpochMilli(), chat, thread, thread);
  }

  @Override
  public Future<Boolean> missing(SessionKey session, int generation, Instant now) {
    String reason = "Telegram says that the topic is gone";
    String id = session.value();
    return changesSession(id, TopicSql.MISSING, now.toEpochMilli(), reason, id, generation);
  }

  @Override
  public Future<Boolean> found(SessionKey session, int generation, Instant now) {
    String id = session.value();
    return changesSession(id, TopicSql.FOUND, now.toEpochMilli(), id, generation);
  }

  @Override
  public Future<SessionTopic> lost(SessionKey session, int generation, String note, Instant now) {
    return database.write(
        tx -> {
          Locks.chatOfSession(tx, session.value());
          Locks.session(
              tx, session.value()); // its entries move, and new ones must not come between
          return new LostTopic(tx, session, now).replace(generation, note);
        });
  }

  private Future<Boolean> closing(
      String attempt, String sql, Object[] values, String reason, Instant retryAt) {
    return database.write(
        tx -> {
          Locks.chatOfAttempt(tx, attempt);
          boolean closed = tx.change(sql, values) > 0;
          if (closed) {
            tx.change(TopicSql.TELL_SESSION, reason, retryAt.toEpochMilli(), attempt);
          }
          return closed;
        });
  }

  private Future<Boolean> changesChat(long chat, String sql, Object... values) {
    return database.write(
        tx -> {
          Locks.chat(tx, chat);
          return tx.change(sql, values) > 0;
        });
  }

  private Future<Boolean> changesSession(String session, String sql, Object... values) {
    return database.write(
        tx -> {
          Locks.chatOfSession(tx, session);
          return tx.change(sql, values) > 0;
        });
  }

  private Future<List<SessionTopic>> topics(String sql, Object... values) {
    return database.ask(tx -> tx.rows(sql, values).stream().map(Rows::topic).toList());
  }
}
