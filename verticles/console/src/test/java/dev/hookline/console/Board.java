package dev.hookline.console;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approvals;
import dev.hookline.store.AskedQuestion;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Chats;
import dev.hookline.store.Errands;
import dev.hookline.store.Events;
import dev.hookline.store.Hushed;
import dev.hookline.store.Journal;
import dev.hookline.store.Outbox;
import dev.hookline.store.Overview;
import dev.hookline.store.Panes;
import dev.hookline.store.Parked;
import dev.hookline.store.ParkedEntry;
import dev.hookline.store.Replies;
import dev.hookline.store.Retention;
import dev.hookline.store.Sequences;
import dev.hookline.store.SessionSearch;
import dev.hookline.store.SessionSearch.Only;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.SessionTotals;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.Store;
import dev.hookline.store.Timeline;
import dev.hookline.store.Timelines;
import dev.hookline.store.Topics;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import dev.hookline.store.Updates;
import dev.hookline.store.Wholes;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A store of which only what the console reads is there, and says what it was told to. */
final class Board implements Store {

  private final AtomicInteger looks = new AtomicInteger();
  private final List<SessionSearch> searched = new CopyOnWriteArrayList<>();
  private final List<String> again = new CopyOnWriteArrayList<>();
  private final List<String> pages = new CopyOnWriteArrayList<>();
  private volatile Timeline timeline = new Timeline(List.of(), false, false);
  private volatile List<AskedQuestion> open = List.of();
  private volatile List<AskedQuestion> settled = List.of();
  private volatile Facts facts;
  private volatile Throwable broken;

  Board(Facts facts) {
    this.facts = facts;
  }

  void show(Facts now) {
    facts = now;
  }

  void show(Timeline page) {
    timeline = page;
  }

  void ask(List<AskedQuestion> nowOpen, List<AskedQuestion> nowSettled) {
    open = nowOpen;
    settled = nowSettled;
  }

  /** Which pages of events were asked for. */
  List<String> pages() {
    return pages;
  }

  void breakDown(Throwable cause) {
    broken = cause;
  }

  /** What was given a new place: the session and the old place of each. */
  List<String> again() {
    return again;
  }

  /** What was looked for. */
  List<SessionSearch> searched() {
    return searched;
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
    return new GivenUp();
  }

  @Override
  public Hushed hushed() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Wholes wholes() {
    throw new UnsupportedOperationException("the console reads the overview only");
  }

  @Override
  public Journal journal() {
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
  public Timelines timelines() {
    return new Paging();
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

  private <T> Future<T> answer(T what) {
    return broken == null ? Future.succeededFuture(what) : Future.failedFuture(broken);
  }

  private final class Paging implements Timelines {

    @Override
    public Future<Timeline> before(SessionKey session, long seq, int limit) {
      pages.add("%s before %d".formatted(session, seq));
      return answer(timeline);
    }

    @Override
    public Future<Timeline> after(SessionKey session, long seq, int limit) {
      pages.add("%s after %d".formatted(session, seq));
      return answer(timeline);
    }
  }

  private final class GivenUp implements Parked {

    @Override
    public Future<List<ParkedEntry>> list(int limit) {
      return Future.succeededFuture(facts.parked());
    }

    @Override
    public Future<Boolean> showAgain(ParkedEntry entry, Instant now) {
      if (broken != null) {
        return Future.failedFuture(broken);
      }
      boolean parked =
          facts.parked().stream()
              .anyMatch(
                  it -> it.session().equals(entry.session()) && it.position() == entry.position());
      if (parked) {
        again.add(entry.session() + " " + entry.position());
      }
      return Future.succeededFuture(parked);
    }
  }

  private final class Reading implements Overview {

    @Override
    public Future<Optional<SessionTotals>> of(SessionKey session) {
      throw new UnsupportedOperationException("the console reads the whole only");
    }

    @Override
    public Future<Totals> totals() {
      looks.incrementAndGet();
      return answer(facts.totals());
    }

    @Override
    public Future<List<SessionSummary>> sessions(SessionSearch search, int limit) {
      searched.add(search);
      return answer(
          facts.sessions().stream()
              .filter(session -> search.only() != Only.WAITING || session.waiting() > 0)
              .limit(limit)
              .toList());
    }

    @Override
    public Future<Long> count(SessionSearch search) {
      return Future.succeededFuture(search.only() == Only.ASKING ? facts.asking() : facts.all());
    }

    @Override
    public Future<Optional<SessionSummary>> session(SessionKey session) {
      return answer(
          facts.sessions().stream()
              .filter(known -> known.topic().session().equals(session))
              .findFirst());
    }

    @Override
    public Future<List<AskedQuestion>> open(int limit) {
      return answer(open.stream().limit(limit).toList());
    }

    @Override
    public Future<List<AskedQuestion>> settled(int limit) {
      return answer(settled.stream().limit(limit).toList());
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
