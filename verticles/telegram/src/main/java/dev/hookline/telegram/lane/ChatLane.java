package dev.hookline.telegram.lane;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import dev.hookline.store.StaleLeaseException;
import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything that goes to one chat: one call at a time, each when the budget has room. Stands by
 * while another node serves the chat; takes it over when it can; serves it until it is lost.
 *
 * <p>What goes wrong in a turn ends the tenure, not the lane: it takes the chat again, and what was
 * in flight is then in doubt. Confined to the event loop of the verticle that made it.
 */
public final class ChatLane {

  private static final Logger LOGGER = LoggerFactory.getLogger(ChatLane.class);
  private static final long RENEW_AGAIN_MILLIS = 1_000;

  private final LaneSettings settings;
  private final StandBy standBy;
  private final Duty duty;
  private final Persistence persistence;
  private final Lease lease;
  private final Tenure tenure;
  private final LaneWork work;
  private final Turns turns;
  private final Promise<Long> ended = Promise.promise();

  private boolean onDuty;

  /**
   * @param duty begins and ends with serving the chat
   */
  public ChatLane(LaneParts parts, LaneSettings settings, Duty duty) {
    this.settings = settings;
    this.standBy = new StandBy(settings, parts.random());
    this.duty = duty;
    this.persistence = new Persistence(parts.vertx());
    this.lease =
        new Lease(parts.vertx(), parts.store().chats(), parts.time(), settings, this::lost);
    this.tenure =
        new Tenure(parts.store().chats(), parts.time(), persistence, settings.chat(), lease);
    this.work = new LaneWork(parts, settings, tenure, persistence);
    this.turns = new Turns(parts.vertx(), parts.alarm(), this::turn);
  }

  /** Begins. Completes after the first try to take the chat, whatever came of it. */
  public Future<Void> start() {
    turns.wake();
    return turns.first();
  }

  /** Looks whether there is something to send. */
  public void wake() {
    if (!standBy.resting()) {
      work.wake();
      turns.wake();
    }
  }

  /** Whoever served the chat has given it back: tries at once to take it. */
  public void chatIsFree() {
    if (standBy.waiting() && !standBy.givingWay()) {
      turns.wake();
    }
  }

  /** Asks for a turn to create a topic. */
  public Future<TopicSlot> want(TopicSlotWanted wanted) {
    Future<TopicSlot> slot = work.desk().want(wanted);
    lookAtTheDesk();
    return slot;
  }

  /** Asks for one call about a topic. */
  public Future<TopicAnswer> ask(TopicCall call) {
    Future<TopicAnswer> answer = work.desk().ask(call);
    lookAtTheDesk();
    return answer;
  }

  /** Takes note of whether a call that somebody else made for the chat was answered. */
  public void heard(boolean answered) {
    work.heard(answered);
  }

  /** Whether no other node can have the chat yet. */
  public boolean safe() {
    return lease.safe();
  }

  /**
   * The topic that should say that its agent is at work, by its thread; another one each time it is
   * asked. Empty while a call is under way or none may be made.
   */
  public Optional<Long> working() {
    return onDuty && lease.safe() ? work.working() : Optional.empty();
  }

  /** Why the call in flight must not leave this node any more, or null. */
  public String objection() {
    return work.objection();
  }

  /** Completes with the chat's new id when it moved. */
  public Future<Long> ended() {
    return ended.future();
  }

  /** Ends after the call in flight; the rest stays in the store. */
  public Future<Void> stop() {
    persistence.stop();
    Future<Void> over = turns.stop();
    endDuty("the node is stopping");
    return over;
  }

  /**
   * Gives the chat back, so that others may take it at once. For after {@link #stop}; nobody is
   * told yet.
   *
   * @return whether it was ours
   */
  public Future<Boolean> release() {
    return lease.release();
  }

  private Future<Long> turn() {
    return Future.succeededFuture().compose(ignored -> act()).recover(this::failed);
  }

  private Future<Long> act() {
    if (!lease.held()) {
      return takeOver();
    }
    if (!lease.safe()) {
      return lease.renew().map(renewed -> renewed ? 0 : RENEW_AGAIN_MILLIS);
    }
    if (work.movedTo() != 0) {
      return move(work.movedTo());
    }
    return work.outOfReach() ? giveWay() : work.next();
  }

  private Future<Long> failed(Throwable cause) {
    boolean stale = cause instanceof StaleLeaseException;
    boolean heard = !lease.held(); // the renewal may have told us already
    if (stale || !turns.stopping()) {
      lease.drop();
    }
    if (stale && !heard) {
      lost();
    }
    return stale ? Future.succeededFuture(0L) : Future.failedFuture(cause);
  }

  private Future<Long> takeOver() {
    standBy.tries();
    return lease
        .take()
        .compose(
            ours -> ours ? serve() : standBy(),
            cause ->
                cause instanceof StoreUnavailableException
                    ? Future.succeededFuture(standBy.storeAway(cause))
                    : Future.failedFuture(cause));
  }

  // Whoever served the chat before may have moved it without our hearing of it.
  private Future<Long> serve() {
    standBy.over();
    return tenure
        .current()
        .compose(home -> home == settings.chat() ? work.begin() : end(home))
        .onSuccess(ignored -> beginDuty())
        .map(0L);
  }

  private Future<Long> standBy() {
    endDuty("another node serves the chat");
    return Future.succeededFuture(standBy.goOn());
  }

  // At the end of a turn nothing is in flight, and what is in doubt is in the store.
  private Future<Long> giveWay() {
    endDuty("Telegram is out of this node's reach");
    long rest = standBy.giveWay();
    return lease.release().onSuccess(ignored -> duty.free()).map(rest);
  }

  private void lost() {
    LOGGER.atWarn().addKeyValue("chat", settings.chat()).log("another node took the chat over");
    endDuty("another node serves the chat");
    turns.wake();
  }

  private void beginDuty() {
    if (!onDuty && lease.held() && !turns.stopping()) {
      onDuty = true;
      duty.begin();
    }
  }

  private void endDuty(String reason) {
    work.desk().close(reason);
    if (onDuty) {
      onDuty = false;
      duty.end();
    }
  }

  private void lookAtTheDesk() {
    if (onDuty) {
      turns.wake();
    } else {
      work.desk().close("this node does not serve the chat");
    }
  }

  private Future<Long> move(long to) {
    return tenure.migrate(to).compose(ignored -> end(to)).map(0L);
  }

  private Future<Void> end(long movedTo) {
    lease.drop();
    turns.stop();
    endDuty("the chat has a new id");
    ended.tryComplete(movedTo);
    return Future.succeededFuture();
  }
}
