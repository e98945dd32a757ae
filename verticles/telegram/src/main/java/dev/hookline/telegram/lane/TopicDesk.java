package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.Iterator;
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

  /**
   * A turn that somebody waits for.
   *
   * @param notAfter the monotonic time after which nobody does any more
   */
  private record Wish(Promise<TopicSlot> slot, long notAfter) {}

  private static final int SLOTS_PER_EPOCH_BITS = 24;

  private final LaneTime time;
  private final long guardMillis;
  private final Map<SessionKey, Wish> wanting = new LinkedHashMap<>();
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
    Promise<TopicSlot> slot = Promise.promise();
    Wish wish = new Wish(slot, time.now() + wanted.patienceMillis());
    Wish older = wanting.put(wanted.session(), wish);
    if (older != null) {
      older.slot().tryFail("a newer request of the same session took its place");
    }
    return slot.future();
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

  /** A turn that is handed to who has gone would keep the lane waiting for a call in vain. */
  boolean someoneWantsASlot() {
    Iterator<Wish> waiting = wanting.values().iterator();
    while (waiting.hasNext() && waiting.next().notAfter() <= time.now()) {
      waiting.remove();
    }
    return !wanting.isEmpty();
  }

  /** Hands out the next turn. */
  void grant() {
    Iterator<Wish> waiting = wanting.values().iterator();
    Promise<TopicSlot> first = waiting.next().slot();
    waiting.remove();
    lastSlot++;
    openSlot = lastSlot;
    openUntil = time.now() + guardMillis;
    first.complete(new TopicSlot(openSlot, guardMillis));
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
    wanting.values().forEach(wish -> wish.slot().tryFail(reason));
    wanting.clear();
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
