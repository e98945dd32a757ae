package dev.hookline.console;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approvals;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Chats;
import dev.hookline.store.Errands;
import dev.hookline.store.Events;
import dev.hookline.store.Hushed;
import dev.hookline.store.Outbox;
import dev.hookline.store.Overview;
import dev.hookline.store.Panes;
import dev.hookline.store.Parked;
import dev.hookline.store.Replies;
import dev.hookline.store.Retention;
import dev.hookline.store.Sequences;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTotals;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.Store;
import dev.hookline.store.Topics;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import dev.hookline.store.Updates;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of which only the overview is there, and says what it was told to. */
final class Board implements Store {

  private final AtomicInteger looks = new AtomicInteger();
  private volatile Facts facts;
  private volatile Throwable broken;

  Board(Facts facts) {
    this.facts = facts;
  }

  void show(Facts now) {
    facts = now;
  }

  void breakDown(Throwable cause) {
    broken = cause;
  }

  /** How often it was looked at. */
  int looks() {
    return looks.get();
  }

  @Override
  public Overview overview() {
    return new Reading();
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public Future<Void> check() {
    return Future.succeededFuture();
  }

  @Override
  public Future<Void> close() {
    return Future.succeededFuture();
  }

  @Override
  public Events events() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Sequences sequences() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Topics topics() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Chats chats() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Parked parked() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Hushed hushed() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Outbox outbox() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Updates updates() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Errands errands() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Approvals approvals() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Retention retention() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Panes panes() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Replies replies() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  private final class Reading implements Overview {

    @Override
    public Future<Optional<SessionTotals>> of(SessionKey session) {
      throw new UnsupportedOperationException("the console reads the whole only");
    }


    @Override
    public Future<Totals> totals() {
      looks.incrementAndGet();
      return broken == null ? Future.succeededFuture(facts.totals()) : Future.failedFuture(broken);
    }

    @Override
    public Future<List<SessionSummary>> sessions(int limit) {
      return Future.succeededFuture(facts.sessions());
    }

    @Override
    public Future<List<ChatSummary>> chats() {
      return Future.succeededFuture(facts.chats());
    }

    @Override
    public Future<List<Trouble>> troubles(int limit) {
      return Future.succeededFuture(facts.troubles());
    }

    @Override
    public Future<List<ShownEvent>> shown(SessionKey session) {
      throw new UnsupportedOperationException("the console does not tell of single events");
    }
  }
}
