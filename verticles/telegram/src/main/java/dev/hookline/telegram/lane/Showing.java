package dev.hookline.telegram.lane;

import dev.hookline.messages.trace.Traces;
import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.ask.Questions;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a lane shows: what is in doubt comes before other messages, what was shown is changed
 * between them, and what runs is told when there is nothing else to do.
 */
final class Showing {

  private final Outbox outbox;
  private final Tenure tenure;
  private final LaneTime time;
  private final Doubts doubts;
  private final Delivery delivery;
  private final QuestionEdits edits;
  private final ReplyMarks marks;
  private final ErrandRuns errands;
  private final Questions questions;
  private final Statuses statuses;
  private final Activity activity = new Activity();
  private final Running running = new Running();

  Showing(
      LaneParts parts,
      LaneSettings settings,
      Tenure tenure,
      Persistence persistence,
      PacedCalls calls,
      Troubles troubles) {
    this.outbox = parts.store().outbox();
    this.tenure = tenure;
    this.time = parts.time();
    Tries tries = new Tries();
    this.statuses = new Statuses(running, parts.gateway(), calls, tenure, time);
    Drawings drawings = new Drawings(parts.renderer(), tries);
    Trail trail = new Trail(Traces.of(parts.vertx()), time, settings.chat());
    Ledger ledger =
        new Ledger(
            parts.store(), tenure, time, persistence, drawings, tries, activity, running, trail);
    Queue queue = new Queue(outbox, tenure);
    Hush hush = new Hush(settings.verbosity());
    Folding folding = new Folding(outbox, calls, tenure, persistence, queue, hush, drawings, tries);
    this.doubts =
        new Doubts(
            parts.store().topics(),
            parts.gateway(),
            calls,
            tenure,
            time,
            ledger,
            drawings,
            settings.settleMillis());
    Rejections rejections =
        new Rejections(parts.gateway(), calls, tenure, ledger, troubles, parts.vertx().eventBus());
    Joining joining =
        new Joining(
            outbox,
            parts.gateway(),
            calls,
            tenure,
            time,
            ledger,
            drawings,
            tries,
            rejections,
            trail);
    this.delivery =
        new Delivery(
            outbox,
            parts.gateway(),
            calls,
            tenure,
            time,
            queue,
            hush,
            running,
            joining,
            folding,
            drawings,
            parts.questions(),
            persistence,
            ledger,
            doubts,
            rejections,
            trail);
    this.questions = parts.questions();
    this.edits = new QuestionEdits(parts.questions(), parts.gateway(), calls, tenure, time);
    this.marks = new ReplyMarks(parts.store().replies(), parts.gateway(), calls, tenure, time);
    this.errands =
        new ErrandRuns(
            new ErrandBook(parts.store().errands(), tenure, time, persistence),
            parts.store().topics(),
            parts.gateway(),
            calls,
            tenure,
            time,
            doubts,
            troubles);
  }

  /** Begins a tenure with what an earlier one left. */
  Future<Void> begin() {
    running.begin();
    activity.begin();
    return outbox
        .doubted(tenure.lease())
        .compose(this::outdated)
        .compose(doubts::begin)
        .compose(ignored -> errands.begin());
  }

  // To look for a message may take its buttons away: they are put there again when it is found.
  private Future<List<OutboxEntry>> outdated(List<OutboxEntry> doubted) {
    Future<Void> done = Future.succeededFuture();
    for (OutboxEntry entry : doubted) {
      done = done.compose(ignored -> questions.outdate(tenure.lease(), entry));
    }
    return done.map(doubted);
  }

  /** There may be something to change, or to answer. */
  void wake() {
    edits.wake();
    marks.wake();
    errands.wake();
  }

  /** The topic in which an agent is at work, by its thread: now this one's turn to say so. */
  Optional<Long> working() {
    return activity.next(time.now());
  }

  /** Whether nothing may be sent before a doubt is settled. */
  boolean isHeldUp() {
    return doubts.pausesChat();
  }

  /** Shows or answers what is urgent, if anything is; completes with whether it did. */
  Future<Boolean> nextWhileUrgent() {
    return delivery
        .nextWhileUrgent()
        .compose(did -> did ? Future.succeededFuture(true) : errands.next());
  }

  /**
   * Does the next thing.
   *
   * @param topicsWait whether topics are to be created, which come before what runs; asked when
   *     nothing else is due
   * @return how long to rest, 0 for not at all
   */
  Future<Long> next(BooleanSupplier topicsWait) {
    if (doubts.waitMillis() == 0) {
      return doubts.next().map(0L);
    }
    if (doubts.pausesChat()) {
      return Future.succeededFuture(doubts.waitMillis());
    }
    return edits
        .next()
        .compose(did -> did ? Future.succeededFuture(true) : errands.next())
        .compose(did -> did ? Future.succeededFuture(true) : marks.next())
        .compose(did -> did ? Future.succeededFuture(true) : delivery.next())
        .compose(did -> did ? Future.succeededFuture(0L) : nothingDue(topicsWait));
  }

  private Future<Long> nothingDue(BooleanSupplier topicsWait) {
    return topicsWait.getAsBoolean() || !doubts.sessions().isEmpty()
        ? Future.succeededFuture(doubts.waitMillis())
        : statuses.next().map(said -> said ? 0L : doubts.waitMillis());
  }
}
