package dev.hookline.telegram.lane;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.store.Topics;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.bot.Refusal;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of messages whose answer was lost.
 *
 * <p>A chat's message ids have no holes: a message of ours that was shown has an id above the
 * highest one known before it was sent, and nobody else's. So the ids that nobody accounts for are
 * asked for with an edit that changes nothing. Only the oldest doubt is worked on.
 */
final class Doubts {

  private static final Logger LOGGER = LoggerFactory.getLogger(Doubts.class);
  private static final int CANDIDATES = 8;

  private final Topics topics;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;
  private final Ledger ledger;
  private final Drawings drawings;
  private final long settleMillis;

  private final List<Doubt> open = new ArrayList<>();
  private long begun;
  private long cloudedUntil = Long.MIN_VALUE;

  Doubts(
      Topics topics,
      BotGateway gateway,
      PacedCalls calls,
      Tenure tenure,
      LaneTime time,
      Ledger ledger,
      Drawings drawings,
      long settleMillis) {
    this.topics = topics;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
    this.ledger = ledger;
    this.drawings = drawings;
    this.settleMillis = settleMillis;
  }

  /** Begins a tenure with what an earlier one left in doubt. */
  Future<Void> begin(List<OutboxEntry> left) {
    open.clear();
    begun = time.now();
    Future<Void> ready = Future.succeededFuture();
    for (OutboxEntry entry : left) {
      boolean mayBeRepeated = entry.kind() == Release.Kind.CLOSE || entry.joins() != 0;
      if (mayBeRepeated) { // nothing to find out
        ready = ready.compose(ignored -> ledger.again(entry, "repeated", Duration.ZERO));
      } else {
        left(lost(entry));
      }
    }
    return ready;
  }

  /** The answer to the entry's message, sent at the given monotonic time, was lost just now. */
  void add(OutboxEntry entry, long sentAt) {
    add(lost(entry), sentAt);
  }

  /** The same for any message. */
  void add(Lost lost, long sentAt) {
    LOGGER
        .atWarn()
        .addKeyValue("lost", lost)
        .log("Telegram's answer was lost; looking for the message");
    open.add(new Doubt(lost, sentAt, time.now(), settleMillis));
  }

  /** The same of what an earlier tenure had begun to send. */
  void left(Lost lost) {
    add(lost, begun);
  }

  /** Another message was sent after the doubt arose, and got this id. */
  void sentAfterwards(long messageId) {
    open.forEach(doubt -> doubt.sentAfterwards(messageId));
  }

  /** The sessions that wait for an outcome. */
  Set<SessionKey> sessions() {
    return open.stream()
        .flatMap(doubt -> doubt.lost().session().stream())
        .collect(Collectors.toSet());
  }

  /**
   * Whether nothing more may be sent: with two in doubt, an unknown id could be either's, and there
   * need not be more of them. What an earlier tenure left holds up nobody: what is sent now shows
   * soonest that it was not shown.
   */
  boolean pausesChat() {
    return open.stream().filter(doubt -> doubt.sentAt() > begun).count() > 1;
  }

  /** How long until there is something to do here; empty of doubts, for ever. */
  long waitMillis() {
    return open.isEmpty() ? Long.MAX_VALUE : open.get(0).waitMillis(time.now());
  }

  /** Does the next thing for the oldest doubt: at most one call. */
  Future<Void> next() {
    Doubt doubt = open.get(0);
    Long candidate = doubt.nextCandidate();
    return candidate == null ? look(doubt) : probe(doubt, candidate);
  }

  private Lost lost(OutboxEntry entry) {
    return new LostEntry(entry, ledger, drawings);
  }

  private Future<Void> look(Doubt doubt) {
    long low = doubt.lost().lowMessageId();
    return topics
        .knownMessages(tenure.chat(), low)
        .compose(
            known -> {
              Set<Long> explained = new HashSet<>(known);
              long high = known.isEmpty() ? low : Math.max(low, Collections.max(known));
              return doubt.look(explained, high, CANDIDATES, time.now())
                  ? Future.succeededFuture()
                  : conclude(doubt);
            });
  }

  private Future<Void> probe(Doubt doubt, long candidate) {
    return calls
        .make(() -> gateway.touch(tenure.chat(), candidate, keyboard(doubt, candidate)))
        .compose(outcome -> weigh(doubt, candidate, outcome));
  }

  // What may be another's must not get this one's button. That it loses its own does no harm: both
  // are sent again.
  private Keyboard keyboard(Doubt doubt, long candidate) {
    return mayBeAnothers(doubt, candidate) ? Keyboard.NONE : doubt.lost().keyboard();
  }

  private Future<Void> weigh(Doubt doubt, long candidate, CallOutcome<Boolean> outcome) {
    if (isOurs(outcome)) {
      return found(doubt, candidate);
    }
    if (outcome instanceof CallOutcome.Refused<Boolean> refused
        && refused.meaning() == Refusal.MESSAGE_NOT_OURS) {
      doubt.dismiss(candidate);
    } else {
      doubt.keep(candidate);
    }
    return Future.succeededFuture();
  }

  private Future<Void> found(Doubt doubt, long messageId) {
    if (mayBeAnothers(doubt, messageId)) {
      return giveUp(doubt);
    }
    open.remove(doubt);
    LOGGER.atInfo().addKeyValue("lost", doubt.lost()).log("the message was shown after all");
    return doubt.lost().found(messageId);
  }

  // An id tells that a message is ours, and not which: one that was sent when the id was given
  // already cannot have it, any other may. To take one for the other would lose one.
  private boolean mayBeAnothers(Doubt doubt, long messageId) {
    boolean mayBeEarliers = doubt.sentAt() < cloudedUntil; // which was given up, and came late
    return mayBeEarliers
        || open.stream()
            .anyMatch(other -> other != doubt && other.lost().lowMessageId() < messageId);
  }

  // One that was overtaken was not shown yet; but a request that something holds up can still come.
  private Future<Void> conclude(Doubt doubt) {
    return doubt.wasOvertaken() || doubt.isOver(time.now())
        ? giveUp(doubt)
        : Future.succeededFuture();
  }

  private Future<Void> giveUp(Doubt doubt) {
    open.remove(doubt);
    cloud(doubt);
    LOGGER
        .atWarn()
        .addKeyValue("lost", doubt.lost())
        .log("the message was not found; it is sent again and may be shown twice");
    return doubt.lost().missing();
  }

  // Until the request can no longer take effect, an unknown message need not be a later doubt's.
  private void cloud(Doubt doubt) {
    cloudedUntil = Math.max(cloudedUntil, doubt.since() + settleMillis);
    open.forEach(later -> cloudedUntil = Math.max(cloudedUntil, later.sentAt() + 1));
  }

  private static boolean isOurs(CallOutcome<Boolean> outcome) {
    return outcome instanceof CallOutcome.Done<Boolean>
        || (outcome instanceof CallOutcome.Refused<Boolean> refused
            && refused.meaning() == Refusal.NOT_MODIFIED);
  }
}
