package dev.hookline.telegram.lane;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.StaleLeaseException;
import dev.hookline.store.Store;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.render.Part;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that goes to one chat: one call at a time, each when the budget has room. Takes the
 * chat over, then turns for ever: topics first, then what is in doubt, then the next entry.
 *
 * <p>What goes wrong in a turn ends the tenure, not the lane: it takes the chat again, and what was
 * in flight is then in doubt. Confined to the event loop of the verticle that made it.
 */
public final class ChatLane {

  private static final Logger LOGGER = LoggerFactory.getLogger(ChatLane.class);
  private static final long SWEEP_MILLIS = 1_000;
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LAST_PAUSE_MILLIS = 10_000;
  private static final long LOOK_BACK_MILLIS = 180_000; // a window and the longest call
  private static final long NO_TIMER = -1;

  private final Vertx vertx;
  private final Store store;
  private final Tenure tenure;
  private final Persistence persistence;
  private final PacedCalls calls;
  private final TopicDesk desk;
  private final TopicWork topics;
  private final Troubles troubles;
  private final Doubts doubts;
  private final Delivery delivery;
  private final Promise<Long> ended = Promise.promise();
  private final Promise<Void> stopped = Promise.promise();

  private boolean turning;
  private boolean wokenAgain;
  private boolean stopping;
  private long timer = NO_TIMER;
  private long pauseMillis = FIRST_PAUSE_MILLIS;

  /**
   * @param chat which chat
   * @param owner names this node in the store
   * @param renderer what an entry looks like; the same each time it is asked
   */
  public ChatLane(
      Vertx vertx,
      long chat,
      String owner,
      LaneSettings settings,
      Budget budget,
      Store store,
      BotGateway gateway,
      Function<OutboxEntry, List<Part>> renderer,
      LaneTime time,
      RandomGenerator random) {
    this.vertx = vertx;
    this.store = store;
    this.persistence = new Persistence(vertx);
    this.tenure = new Tenure(store.chats(), time, persistence, chat, owner);
    this.calls = new PacedCalls(vertx, budget, tenure, time, random);
    this.desk = new TopicDesk(time, settings.guardMillis());
    this.troubles = new Troubles(tenure, time, settings.recheckMillis());
    this.topics = new TopicWork(gateway, calls, time, settings.guardMillis(), troubles);
    Ledger ledger = new Ledger(store, tenure, time, persistence, renderer);
    this.doubts =
        new Doubts(store.topics(), gateway, calls, tenure, time, ledger, settings.settleMillis());
    this.delivery =
        new Delivery(
            store.outbox(),
            gateway,
            calls,
            tenure,
            time,
            ledger,
            doubts,
            new Rejections(gateway, calls, tenure, ledger, troubles, vertx.eventBus()));
  }

  /** Begins to serve the chat; what is not there yet is waited for. */
  public void start() {
    wake();
  }

  /** Looks whether there is something to do. */
  public void wake() {
    if (turning) {
      wokenAgain = true;
    } else if (!stopping) {
      turnSoon();
    }
  }

  /** Asks for a turn to create a topic. */
  public Future<TopicSlot> want(TopicSlotWanted wanted) {
    Future<TopicSlot> slot = desk.want(wanted);
    refuseIfOver();
    wake();
    return slot;
  }

  /** Asks for one call about a topic. */
  public Future<TopicAnswer> ask(TopicCall call) {
    Future<TopicAnswer> answer = desk.ask(call);
    refuseIfOver();
    wake();
    return answer;
  }

  /** Completes with the chat's new id when it moved; fails when another node serves the chat. */
  public Future<Long> ended() {
    return ended.future();
  }

  /** Ends after the call in flight; the rest stays in the store. */
  public Future<Void> stop() {
    stopping = true;
    persistence.stop();
    desk.close("the node is stopping");
    cancelTimer();
    if (!turning) {
      stopped.tryComplete();
    }
    return stopped.future();
  }

  private void turnSoon() {
    turning = true;
    cancelTimer();
    // A loop of callbacks, not a chain of compose(): a chain keeps one pending future per call.
    vertx.runOnContext(ignored -> turn());
  }

  private void turn() {
    wokenAgain = false;
    Future.succeededFuture()
        .compose(ignored -> act())
        .onSuccess(this::rest)
        .onFailure(this::failed);
  }

  private void rest(long millis) {
    turning = false;
    if (tenure.held()) {
      pauseMillis = FIRST_PAUSE_MILLIS;
    }
    if (stopping || ended.future().isComplete()) {
      stopped.tryComplete();
    } else if (millis == 0 || wokenAgain) {
      turnSoon();
    } else {
      timer = vertx.setTimer(Math.min(millis, SWEEP_MILLIS), ignored -> turnSoon());
    }
  }

  private void failed(Throwable cause) {
    turning = false;
    tenure.drop();
    if (stopping) {
      stopped.tryComplete();
      return;
    }
    if (cause instanceof StaleLeaseException) {
      LOGGER.atError().addKeyValue("chat", tenure.chat()).log("another node serves the chat");
      end(cause);
      return;
    }
    LOGGER
        .atError()
        .addKeyValue("chat", tenure.chat())
        .addKeyValue("waitMillis", pauseMillis)
        .setCause(cause)
        .log("the lane stumbled; it takes the chat again");
    timer = vertx.setTimer(pauseMillis, ignored -> turnSoon());
    pauseMillis = Math.min(LAST_PAUSE_MILLIS, pauseMillis * 2);
  }

  // Does at most one thing; completes with how long to rest, 0 for not at all.
  private Future<Long> act() {
    if (!tenure.held()) {
      return begin();
    }
    if (troubles.movedTo() != 0) {
      return move();
    }
    if (troubles.tokenRefused()) {
      desk.close("Telegram refuses the bot token");
      return rested(SWEEP_MILLIS);
    }
    return tenure.renewalDue() ? tenure.renew().map(0L) : work();
  }

  private Future<Long> work() {
    TopicDesk.Asked creation = desk.takeCreation().orElse(null);
    if (creation != null) {
      return answer(creation);
    }
    long wait = Math.max(desk.blockedMillis(), calls.waitMillis());
    if (wait > 0) {
      return rested(wait);
    }
    if (desk.hasCall()) {
      return answer(desk.takeCall().orElseThrow());
    }
    if (tenure.suspended() != null) {
      return lookAgain();
    }
    if (desk.someoneWantsASlot() && calls.creationWaitMillis() == 0) {
      desk.grant();
      return rested(desk.blockedMillis());
    }
    return deliver();
  }

  private Future<Long> deliver() {
    if (doubts.waitMillis() == 0) {
      return doubts.next().map(0L);
    }
    if (doubts.pausesChat()) {
      return rested(doubts.waitMillis());
    }
    return delivery
        .next()
        .map(delivered -> delivered ? 0L : Math.min(SWEEP_MILLIS, doubts.waitMillis()));
  }

  private Future<Long> begin() {
    return tenure
        .take(LOOK_BACK_MILLIS)
        .onSuccess(calls::restore)
        .onSuccess(ignored -> desk.begin(tenure.lease().epoch()))
        .compose(ignored -> store.outbox().doubted(tenure.lease()))
        .compose(doubts::begin)
        .map(0L);
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

  private Future<Long> move() {
    long to = troubles.movedTo();
    return tenure.migrate(to).onSuccess(ignored -> end(to)).map(SWEEP_MILLIS);
  }

  private void end(long movedTo) {
    desk.close("the chat has a new id");
    ended.tryComplete(movedTo);
  }

  private void end(Throwable cause) {
    desk.close("another node serves the chat");
    ended.tryFail(cause);
    stopped.tryComplete();
  }

  private void refuseIfOver() {
    if (stopping || ended.future().isComplete()) {
      desk.close("this lane has ended");
    }
  }

  private void cancelTimer() {
    if (timer != NO_TIMER) {
      vertx.cancelTimer(timer);
      timer = NO_TIMER;
    }
  }

  private static Future<Long> rested(long millis) {
    return Future.succeededFuture(millis);
  }
}
