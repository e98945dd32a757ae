package dev.hookline.store.jdbc;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.AskedQuestion;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Overview;
import dev.hookline.store.SessionSearch;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTotals;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import io.vertx.core.Future;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells people how it stands. */
final class JdbcOverview implements Overview {

  private static final Duration WINDOW = Duration.ofSeconds(60);

  private final Database database;
  private final Clock clock;

  JdbcOverview(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Future<Totals> totals() {
    return database.read(
        tx ->
            sum(
                only(tx, OverviewSql.ACCEPTED),
                only(tx, OverviewSql.FRESH),
                only(tx, OverviewSql.PLACED_AND_WAITING),
                only(tx, OverviewSql.ENTRIES),
                only(tx, OverviewSql.GAPS).getLong("gaps")));
  }

  private static Totals sum(Row session, Row fresh, Row placed, Row entries, long gaps) {
    long accepted = session.getLong("accepted");
    long hushed = session.getLong("hushed");
    long kept = session.getLong("kept");
    long parked = entries.getLong("parked");
    long waiting = fresh.getLong("events") + placed.getLong("events");
    Instant oldest =
        Stream.of(fresh.getLong("oldest"), placed.getLong("oldest"))
            .filter(Objects::nonNull)
            .min(Long::compare)
            .map(Instant::ofEpochMilli)
            .orElse(null);
    return new Totals(
        accepted,
        accepted - hushed - kept - parked
            - waiting, // what has passed: every session's head is behind it
        hushed,
        kept,
        parked,
        waiting,
        entries.getLong("doubted"),
        entries.getLong("uncertain"),
        gaps,
        oldest);
  }

  @Override
  public Future<Optional<SessionTotals>> of(SessionKey session) {
    return database.ask(
        tx -> tx.row(OverviewSql.OF_SESSION, session.value()).map(JdbcOverview::totals));
  }

  private static SessionTotals totals(Row row) {
    long accepted = row.getLong("accepted");
    long hushed = row.getLong("hushed");
    long kept = row.getLong("kept");
    long parked = row.getLong("parked");
    long waiting = row.getLong("waiting");
    return new SessionTotals(
        accepted,
        accepted - hushed - kept - parked - waiting,
        row.getLong("folded"),
        row.getLong("messages"),
        hushed,
        kept,
        parked,
        waiting);
  }

  @Override
  public Future<List<SessionSummary>> sessions(SessionSearch search, int limit) {
    String sql = SearchSql.find(search.only()).formatted(folded());
    return database.ask(
        tx ->
            tx.rows(sql, SearchSql.pattern(search.text()), limit).stream()
                .map(JdbcOverview::session)
                .toList());
  }

  @Override
  public Future<Long> count(SessionSearch search) {
    String sql = SearchSql.count(search.only()).formatted(folded());
    return database.ask(tx -> only(tx, sql, SearchSql.pattern(search.text())).getLong("found"));
  }

  @Override
  public Future<Optional<SessionSummary>> session(SessionKey session) {
    return database.ask(tx -> tx.row(SearchSql.ONE, session.value()).map(JdbcOverview::session));
  }

  @Override
  public Future<List<AskedQuestion>> open(int limit) {
    return database.read(tx -> AskedQuestions.of(tx, TimelineSql.OPEN, limit));
  }

  @Override
  public Future<List<AskedQuestion>> settled(int limit) {
    return database.read(tx -> AskedQuestions.of(tx, TimelineSql.SETTLED, limit));
  }

  private String folded() {
    return database.dialect().folded(SearchSql.TEXTS);
  }

  @Override
  public Future<List<ChatSummary>> chats() {
    Instant now = clock.instant();
    return database.ask(
        tx ->
            tx.rows(OverviewSql.CHATS, now.minus(WINDOW).toEpochMilli()).stream()
                .map(row -> chat(row, now))
                .toList());
  }

  @Override
  public Future<List<Trouble>> troubles(int limit) {
    return database.ask(
        tx -> tx.rows(OverviewSql.TROUBLES, limit).stream().map(JdbcOverview::trouble).toList());
  }

  @Override
  public Future<List<ShownEvent>> shown(SessionKey session) {
    return database.ask(
        tx ->
            tx.rows(OverviewSql.SHOWN, session.value()).stream()
                .map(JdbcOverview::shownEvent)
                .toList());
  }

  private static Row only(Tx tx, String sql, Object... values) throws SQLException {
    return tx.row(sql, values).orElseThrow();
  }

  private static SessionSummary session(Row row) {
    return new SessionSummary(
        Rows.topic(row),
        row.getString("topic_name"),
        row.getLong("accepted"),
        row.getLong("waiting"),
        row.getString("head_state"),
        row.getString("head_reason"),
        Rows.instant(row, "last_event_at"));
  }

  private static ChatSummary chat(Row row, Instant now) {
    return new ChatSummary(Rows.lease(row), row.getInteger("calls"), row.getLong("waiting"), now);
  }

  private static Trouble trouble(Row row) {
    return new Trouble(
        Rows.session(row),
        row.getLong("position"),
        row.getString("what"),
        row.getString("reason"),
        Rows.instant(row, "since"));
  }

  private static ShownEvent shownEvent(Row row) {
    return new ShownEvent(
        row.getLong("seq"),
        row.getLong("position"),
        row.getLong("message_id"),
        ShownEvent.How.valueOf(row.getString("how")));
  }
}
