package dev.hookline.telegram.lane;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes the session room's wishes about topics and hands them to the lane one by one: turns to
 * create a topic, and calls about topics. While a turn is out, the lane waits for its call.
 */
final class TopicDesk {

  /**
   * A call that somebody waits for.
   *
   * @param call what to do
   * @param notAfter the monotonic time after which it must not be made any more
   * @param answer where the answer goes
   */
  record Asked(TopicCall call, long notAfter, Promise<TopicAnswer> answer) {}

  private static final int SLOTS_PER_EPOCH_BITS = 24;

  private final LaneTime time;
  private final long guardMillis;
  private final Wishes wishes = new Wishes();
  private final Map<TopicCall, Promise<TopicAnswer>> calls = new LinkedHashMap<>();

  private long lastSlot;
  private long openSlot; // 0 while none is out
  private long openUntil;
  private Asked creation;

  TopicDesk(LaneTime time, long guardMillis) {
    this.time = time;
    this.guardMillis = guardMillis;
  }

  /** Begins a tenure: slots of earlier ones are worth nothing. */
  void begin(long epoch) {
    lastSlot = epoch << SLOTS_PER_EPOCH_BITS;
    openSlot = 0;
  }

  /** Queues the wish for a turn; an older one of the same session fails. */
  Future<TopicSlot> want(TopicSlotWanted wanted) {
    return wishes.add(wanted, time.now());
  }

  /**
   * Queues the call; a creation without its slot is answered at once. The same call, asked for
   * again while it waits, is made once: askers lose patience while a chat is closed, and must not
   * pile up calls that nobody waits for.
   */
  Future<TopicAnswer> ask(TopicCall call) {
    return switch (call.kind()) {
      case FORGO -> forgo(call);
      case CREATE -> create(call);
      default -> calls.computeIfAbsent(call, ignored -> Promise.promise()).future();
    };
  }

  boolean someoneWantsASlot() {
    return wishes.any(time.now());
  }

  /** Hands out the next turn, if somebody wants it. */
  void grant() {
    wishes.next(time.now()).ifPresent(this::grant);
  }

  private void grant(Promise<TopicSlot> wish) {
    lastSlot++;
    openSlot = lastSlot;
    openUntil = time.now() + guardMillis;
    wish.complete(new TopicSlot(openSlot, guardMillis));
  }

  /** How long the lane must wait for the call of the turn that is out; 0 when none is. */
  long blockedMillis() {
    long left = openSlot == 0 ? 0 : openUntil - time.now();
    if (left <= 0) {
      openSlot = 0;
    }
    return Math.max(0, left);
  }

  /** The creation that came for the turn that is out. */
  Optional<Asked> takeCreation() {
    Optional<Asked> taken = Optional.ofNullable(creation);
    creation = null;
    return taken;
  }

  /** The next call that needs no turn. */
  Optional<Asked> takeCall() {
    Optional<TopicCall> first = calls.keySet().stream().findFirst();
    return first.map(call -> new Asked(call, Long.MAX_VALUE, calls.remove(call)));
  }

  boolean hasCall() {
    return !calls.isEmpty();
  }

  /** Nothing will be done any more: tells everybody who waits. */
  void close(String reason) {
    wishes.refuse(reason);
    openSlot = 0;
    takeCreation().ifPresent(asked -> asked.answer().complete(TopicAnswer.notSent(reason)));
    calls.values().forEach(answer -> answer.complete(TopicAnswer.notSent(reason)));
    calls.clear();
  }

  private Future<TopicAnswer> forgo(TopicCall call) {
    if (call.slot() == openSlot && creation == null) {
      openSlot = 0;
    }
    return Future.succeededFuture(TopicAnswer.done(0));
  }

  private Future<TopicAnswer> create(TopicCall call) {
    if (blockedMillis() == 0 || call.slot() != openSlot) {
      return Future.succeededFuture(TopicAnswer.notSent("the slot has run out or was used"));
    }
    openSlot = 0;
    creation = new Asked(call, openUntil, Promise.promise());
    return creation.answer().future();
  }
}
