package dev.hookline.telegram.lane;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.ask.Questions;
import io.vertx.core.Future;
import java.util.List;
import java.util.Optional;

/**
 * What a lane does in its turns while it serves the chat: topics and messages by turns, and what is
 * in doubt before other messages.
 */
final class LaneWork {

  private static final long LONGEST_REST_MILLIS = 1_000; // then look what hints lost
  private static final long LOOK_BACK_MILLIS = 180_000; // a window and the longest call
  private static final long WINDOW_MILLIS = 60_000;
  private static final int MOST_AHEAD = 3;
  private static final int PART_FOR_WHAT_IS_URGENT = 6; // of the budget: 3 of 18

  private final Outbox outbox;
  private final Tenure tenure;
  private final PacedCalls calls;
  private final Reach reach;
  private final TopicDesk desk;
  private final TopicWork topics;
  private final Troubles troubles;
  private final Doubts doubts;
  private final Delivery delivery;
  private final QuestionEdits edits;
  private final ReplyMarks marks;
  private final ErrandRuns errands;
  private final Questions questions;
  private final Activity activity = new Activity();
  private final Running running = new Running();
  private final Statuses statuses;
  private final LaneTime time;

  private boolean topicWasLast;
  private int ahead; // urgent calls, one after the other, that went before their time

  LaneWork(LaneParts parts, LaneSettings settings, Tenure tenure, Persistence persistence) {
    this.outbox = parts.store().outbox();
    this.tenure = tenure;
    int perMinute = settings.budgetPerMinute();
    Budget budget =
        new Budget(
            perMinute, WINDOW_MILLIS, settings.minGapMillis(), perMinute / PART_FOR_WHAT_IS_URGENT);
    this.time = parts.time();
    this.reach = new Reach(time, settings.handOverMillis());
    this.calls = new PacedCalls(parts.vertx(), budget, tenure, time, parts.random(), reach);
    this.desk = new TopicDesk(time, settings.guardMillis());
    this.troubles = new Troubles(tenure, time, settings.recheckMillis());
    this.topics = new TopicWork(parts.gateway(), calls, time, settings.guardMillis(), troubles);
    Tries tries = new Tries();
    this.statuses = new Statuses(running, parts.gateway(), calls, tenure, time);
    Drawings drawings = new Drawings(parts.renderer(), tries);
    Ledger ledger =
        new Ledger(parts.store(), tenure, time, persistence, drawings, tries, activity, running);
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
            outbox, parts.gateway(), calls, tenure, time, ledger, drawings, tries, rejections);
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
            rejections);
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

  /** There may be something to change, or to answer. */
  void wake() {
    edits.wake();
    marks.wake();
    errands.wake();
  }

  /** Where wishes about topics go. */
  TopicDesk desk() {
    return desk;
  }

  /** Why the call in flight must not leave this node any more, or null. */
  String objection() {
    return calls.objection();
  }

  /** The chat's new id; 0 while it has none. */
  long movedTo() {
    return troubles.movedTo();
  }

  /** A call that is not the lane's own was answered, or was not. */
  void heard(boolean answered) {
    reach.heard(answered);
  }

  /** The topic in which an agent is at work, by its thread: now this one's turn to say so. */
  Optional<Long> working() {
    boolean quiet = calls.atRest() && tenure.suspended() == null && !troubles.tokenRefused();
    return quiet ? activity.next(time.now()) : Optional.empty();
  }

  /** Whether another node should try, because this one does not get through to Telegram. */
  boolean outOfReach() {
    return reach.lost();
  }

  /** Begins a tenure with what an earlier one left. */
  Future<Void> begin() {
    reach.begin();
    running.begin();
    activity.begin();
    desk.begin(tenure.lease().epoch());
    return tenure
        .calls(LOOK_BACK_MILLIS)
        .onSuccess(calls::restore)
        .compose(ignored -> outbox.doubted(tenure.lease()))
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

  /** Does at most one thing; completes with how long to rest, 0 for not at all. */
  Future<Long> next() {
    if (troubles.tokenRefused()) {
      desk.close("Telegram refuses the bot token");
      return rested(LONGEST_REST_MILLIS);
    }
    return work().map(rest -> Math.min(rest, LONGEST_REST_MILLIS));
  }

  private Future<Long> work() {
    TopicDesk.Asked creation = desk.takeCreation().orElse(null);
    if (creation != null) {
      return answer(creation);
    }
    long urgentWait = Math.max(desk.blockedMillis(), calls.urgentWaitMillis());
    long usualWait = Math.max(desk.blockedMillis(), calls.waitMillis());
    boolean othersAreDue = ahead == MOST_AHEAD;
    if (othersAreDue ? urgentWait > 0 : usualWait > 0) {
      return othersAreDue ? rested(urgentWait) : urgent(urgentWait, usualWait);
    }
    ahead = 0;
    if (desk.hasCall()) {
      return answer(desk.takeCall().orElseThrow());
    }
    if (tenure.suspended() != null) {
      return lookAgain();
    }
    return byTurns();
  }

  // Some calls are kept back for what a person waits for; topics and doubts have their turns too.
  private Future<Long> urgent(long urgentWait, long usualWait) {
    if (urgentWait > 0) {
      return rested(urgentWait);
    }
    if (tenure.suspended() != null || doubts.pausesChat()) {
      return rested(usualWait);
    }
    return delivery
        .nextWhileUrgent()
        .compose(did -> did ? Future.succeededFuture(true) : errands.next())
        .map(this::wentAhead)
        .map(did -> did ? 0L : usualWait);
  }

  private boolean wentAhead(boolean delivered) {
    ahead += delivered ? 1 : 0;
    return delivered;
  }

  // Neither keeps the other waiting: a turn for a topic may be void only after seconds, and
  // thousands may want one.
  private Future<Long> byTurns() {
    boolean topicIsDue = desk.someoneWantsASlot() && calls.creationWaitMillis() == 0;
    if (topicIsDue && !topicWasLast) {
      topicWasLast = true;
      desk.grant();
      return rested(desk.blockedMillis());
    }
    topicWasLast = false;
    return deliver().map(rest -> topicIsDue ? 0L : rest);
  }

  private Future<Long> deliver() {
    if (doubts.waitMillis() == 0) {
      return doubts.next().map(0L);
    }
    if (doubts.pausesChat()) {
      return rested(doubts.waitMillis());
    }
    return edits
        .next()
        .compose(edited -> edited ? Future.succeededFuture(true) : errands.next())
        .compose(did -> did ? Future.succeededFuture(true) : marks.next())
        .compose(did -> did ? rested(0) : messages());
  }

  private Future<Long> messages() {
    return delivery
        .next()
        .compose(delivered -> delivered ? Future.succeededFuture(0L) : nothingDue());
  }

  private Future<Long> nothingDue() {
    return desk.someoneWantsASlot() || !doubts.sessions().isEmpty()
        ? rested(doubts.waitMillis())
        : statuses.next().map(said -> said ? 0L : doubts.waitMillis());
  }

  private Future<Long> answer(TopicDesk.Asked asked) {
    return topics
        .execute(asked)
        .onSuccess(asked.answer()::tryComplete)
        .onFailure(cause -> asked.answer().tryComplete(TopicAnswer.notSent("the chat is not ours")))
        .map(0L);
  }

  private Future<Long> lookAgain() {
    long wait = troubles.checkInMillis();
    if (wait > 0) {
      return rested(wait);
    }
    troubles.checkLater();
    return topics
        .check(tenure.chat())
        .compose(
            answer ->
                answer.verdict() == TopicAnswer.Verdict.DONE
                    ? tenure.resume()
                    : Future.succeededFuture())
        .map(0L);
  }

  private static Future<Long> rested(long millis) {
    return Future.succeededFuture(millis);
  }
}
