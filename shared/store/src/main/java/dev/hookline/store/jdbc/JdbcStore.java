package dev.hookline.store.jdbc;

import dev.hookline.store.Approvals;
import dev.hookline.store.Chats;
import dev.hookline.store.Errands;
import dev.hookline.store.Events;
import dev.hookline.store.Hushed;
import dev.hookline.store.Journal;
import dev.hookline.store.Outbox;
import dev.hookline.store.Overview;
import dev.hookline.store.Panes;
import dev.hookline.store.Parked;
import dev.hookline.store.Replies;
import dev.hookline.store.Retention;
import dev.hookline.store.Sequences;
import dev.hookline.store.Store;
import dev.hookline.store.Timelines;
import dev.hookline.store.Topics;
import dev.hookline.store.Updates;
import dev.hookline.store.Wholes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The store in a relational database. Safe to call from any thread. */
public final class JdbcStore implements Store {

  private final Database database;
  private final Clock clock;
  private final Events events;
  private final Sequences sequences;
  private final Topics topics;
  private final Chats chats;
  private final Outbox outbox;
  private final Parked parked;
  private final Hushed hushed;
  private final Wholes wholes;
  private final Updates updates;
  private final Approvals approvals;
  private final Replies replies;
  private final Panes panes;
  private final Errands errands;
  private final Overview overview;
  private final Timelines timelines;
  private final Retention retention;
  private final Journal journal;

  private JdbcStore(Database database, Clock clock, JdbcChats.Time leaseTime) {
    this.database = database;
    this.clock = clock;
    this.events = new JdbcEvents(database);
    this.sequences = new JdbcSequences(database);
    this.topics = new JdbcTopics(database);
    this.chats = new JdbcChats(database, leaseTime);
    this.outbox = new JdbcOutbox(database);
    this.parked = new JdbcParked(database);
    this.hushed = new JdbcHushed(database);
    this.wholes = new JdbcWholes(database);
    this.updates = new JdbcUpdates(database);
    this.approvals = new JdbcApprovals(database);
    this.replies = new JdbcReplies(database);
    this.panes = new JdbcPanes(database);
    this.errands = new JdbcErrands(database);
    this.overview = new JdbcOverview(database, clock);
    this.timelines = new JdbcTimelines(database);
    this.retention = new JdbcRetention(database);
    this.journal = new JdbcJournal(database);
  }

  /**
   * Opens the database, creates it where it is missing, and brings its schema up to date.
   *
   * @param clock the time of day, for a database that this node has for itself; one that nodes
   *     share has its own
   * @param nanoTime a clock that only goes forward, in nanoseconds
   * @return fails with {@link dev.hookline.store.StoreUnavailableException} when no server answers,
   *     and with {@link UnusableDatabaseException} when the database is damaged, was made by a
   *     newer program, or cannot be opened at all
   */
  public static Future<Store> open(
      Vertx vertx, JdbcStoreOptions options, Clock clock, LongSupplier nanoTime) {
    return new Opening(vertx, options, clock)
        .open()
        .compose(database -> withItsClock(vertx, database, clock, nanoTime));
  }

  private static Future<Store> withItsClock(
      Vertx vertx, Database database, Clock clock, LongSupplier nanoTime) {
    Optional<String> now = database.dialect().now();
    if (now.isEmpty()) {
      return Future.succeededFuture(new JdbcStore(database, clock, tx -> clock.millis()));
    }
    JdbcChats.Time shared = tx -> tx.row(now.get()).orElseThrow().getLong("now");
    return DatabaseClock.start(vertx, database, now.get(), nanoTime)
        .map(running -> new JdbcStore(database, running, shared));
  }

  @Override
  public Events events() {
    return events;
  }

  @Override
  public Sequences sequences() {
    return sequences;
  }

  @Override
  public Topics topics() {
    return topics;
  }

  @Override
  public Chats chats() {
    return chats;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public Parked parked() {
    return parked;
  }

  @Override
  public Hushed hushed() {
    return hushed;
  }

  @Override
  public Wholes wholes() {
    return wholes;
  }

  @Override
  public Updates updates() {
    return updates;
  }

  @Override
  public Approvals approvals() {
    return approvals;
  }

  @Override
  public Replies replies() {
    return replies;
  }

  @Override
  public Panes panes() {
    return panes;
  }

  @Override
  public Errands errands() {
    return errands;
  }

  @Override
  public Overview overview() {
    return overview;
  }

  @Override
  public Timelines timelines() {
    return timelines;
  }

  @Override
  public Retention retention() {
    return retention;
  }

  @Override
  public Journal journal() {
    return journal;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  @Override
  public Future<Void> check() {
    return database.change(tx -> Pulse.take(tx, clock.instant()));
  }

  @Override
  public Future<Void> close() {
    return database.close();
  }
}
