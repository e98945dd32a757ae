package dev.hookline.telegram.lane;

import dev.hookline.messages.TopicAnswer;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * What a lane does in its turns while it serves the chat: topics and messages by turns, each when
 * the budget has room for it.
 */
final class LaneWork {

  private static final long LONGEST_REST_MILLIS = 1_000; // then look what hints lost
  private static final long LOOK_BACK_MILLIS = 180_000; // a window and the longest call
  private static final long WINDOW_MILLIS = 60_000;
  private static final int MOST_AHEAD = 3;
  private static final int PART_FOR_WHAT_IS_URGENT = 6; // of the budget: 3 of 18

  private final Tenure tenure;
  private final PacedCalls calls;
  private final Reach reach;
  private final TopicDesk desk;
  private final TopicWork topics;
  private final Troubles troubles;
  private final Showing showing;

  private boolean topicWasLast;
  private int ahead; // urgent calls, one after the other, that went before their time

  LaneWork(LaneParts parts, LaneSettings settings, Tenure tenure, Persistence persistence) {
    this.tenure = tenure;
    int perMinute = settings.budgetPerMinute();
    Budget budget =
        new Budget(
            perMinute, WINDOW_MILLIS, settings.minGapMillis(), perMinute / PART_FOR_WHAT_IS_URGENT);
    LaneTime time = parts.time();
    this.reach = new Reach(time, settings.handOverMillis());
    this.calls = new PacedCalls(parts.vertx(), budget, tenure, time, parts.random(), reach);
    this.desk = new TopicDesk(time, settings.guardMillis());
    this.troubles = new Troubles(tenure, time, settings.recheckMillis());
    this.topics = new TopicWork(parts.gateway(), calls, time, settings.guardMillis(), troubles);
    this.showing = new Showing(parts, settings, tenure, persistence, calls, troubles);
  }

  /** There may be something to change, or to answer. */
  void wake() {
    showing.wake();
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
    return quiet ? showing.working() : Optional.empty();
  }

  /** Whether another node should try, because this one does not get through to Telegram. */
  boolean outOfReach() {
    return reach.lost();
  }

  /** Begins a tenure with what an earlier one left. */
  Future<Void> begin() {
    reach.begin();
    desk.begin(tenure.lease().epoch());
    return tenure
        .calls(LOOK_BACK_MILLIS)
        .onSuccess(calls::restore)
        .compose(ignored -> showing.begin());
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
    if (tenure.suspended() != null || showing.isHeldUp()) {
      return rested(usualWait);
    }
    return showing.nextWhileUrgent().map(this::wentAhead).map(did -> did ? 0L : usualWait);
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
    return showing.next(desk::someoneWantsASlot).map(rest -> topicIsDue ? 0L : rest);
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
