package dev.hookline.telegram.lane;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Shown;
import dev.hookline.store.StaleLeaseException;
import dev.hookline.telegram.ask.ShowAll;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Edits a tool's result into the message that ends with its start, as long as there are calls to
 * spare: with a queue, a message of its own shows what waits behind it too.
 */
final class Joining {

  /** What took longer is worth a message of its own, which makes itself heard. */
  private static final Duration FRESH = Duration.ofSeconds(30);

  private static final Set<EventType> RESULTS =
      EnumSet.of(EventType.TOOL_RESULT, EventType.TOOL_ERROR);

  /**
   * What a message is to become.
   *
   * @param messageId its id
   * @param text what it shows then
   * @param keyboard its buttons
   */
  private record Joint(long messageId, TextPart text, Keyboard keyboard) {}

  private final Outbox outbox;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;
  private final Ledger ledger;
  private final Drawings drawings;
  private final Tries tries;
  private final Rejections rejections;
  private final Trail trail;

  Joining(
      Outbox outbox,
      BotGateway gateway,
      PacedCalls calls,
      Tenure tenure,
      LaneTime time,
      Ledger ledger,
      Drawings drawings,
      Tries tries,
      Rejections rejections,
      Trail trail) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
    this.ledger = ledger;
    this.drawings = drawings;
    this.tries = tries;
    this.rejections = rejections;
    this.trail = trail;
  }

  /**
   * Shows the claimed entry by an edit, if it can be; completes with whether that was tried. An
   * edit that was begun is tried until its outcome is known: only then may a message of its own
   * show it.
   */
  Future<Boolean> join(OutboxEntry entry) {
    return joint(entry)
        .compose(
            joint ->
                joint.isPresent()
                    ? edit(entry, joint.get()).map(true)
                    : Future.succeededFuture(false));
  }

  private Future<Optional<Joint>> joint(OutboxEntry entry) {
    boolean begun = entry.joins() != 0;
    if (!begun && !isFree(entry)) {
      return Future.succeededFuture(Optional.empty());
    }
    return before(entry, begun ? Instant.EPOCH : time.wall().minus(FRESH))
        .compose(shown -> shown.isEmpty() ? apart(entry) : joint(entry, shown.get()));
  }

  private Future<Optional<Joint>> joint(OutboxEntry entry, Shown shown) {
    Optional<TextPart> text = drawings.joined(shown.entry(), entry);
    if (text.isEmpty()) {
      return apart(entry);
    }
    long head = shown.entry().position();
    Keyboard keyboard = ShowAll.under(entry.session(), head, text.get());
    return ledger
        .joins(entry, head)
        .map(Optional.of(new Joint(shown.messageId(), text.get(), keyboard)));
  }

  private Future<Optional<Joint>> apart(OutboxEntry entry) {
    return (entry.joins() == 0 ? Future.<Void>succeededFuture() : ledger.joins(entry, 0))
        .map(Optional.empty());
  }

  // May be repeated, so a lost answer is no matter of doubt.
  private Future<Void> edit(OutboxEntry entry, Joint joint) {
    long message = joint.messageId();
    Supplier<Future<CallOutcome<Boolean>>> call =
        () -> gateway.editText(tenure.chat(), message, joint.text(), joint.keyboard());
    return trail
        .follow(entry, "editMessageText", message, () -> calls.make(call))
        .compose(outcome -> edited(entry, outcome));
  }

  private Future<Void> edited(OutboxEntry entry, CallOutcome<Boolean> outcome) {
    if (outcome instanceof CallOutcome.Done<Boolean>) {
      return ledger.done(entry);
    }
    if (!(outcome instanceof CallOutcome.Refused<Boolean> refused)) {
      return ledger.again(entry, outcome.toString(), Rejections.pause(entry));
    }
    return switch (refused.meaning()) {
      case NOT_MODIFIED -> ledger.done(entry);
      case MESSAGE_NOT_OURS, CONTENT ->
          ledger
              .joins(entry, 0)
              .compose(ignored -> ledger.again(entry, refused.description(), Duration.ZERO));
      default -> rejections.refused(entry, refused);
    };
  }

  private boolean isFree(OutboxEntry entry) {
    return entry.events().size() == 1
        && isResult(entry.events().get(0))
        && !entry.late()
        && entry.hushed().isEmpty()
        && entry.part() == 0
        && entry.attempts() == 0 // what was refused as an edit once is no edit any more
        && entry.waiting() <= calls.toSpare()
        && tries.certain(entry)
        && tries.form(entry) == Form.RENDERED;
  }

  private static boolean isResult(HookEvent event) {
    return RESULTS.contains(event.type()) && event.toolUseId() != null;
  }

  // A store that cannot be read now is no reason to keep back what is claimed, unless an edit of it
  // may have been made.
  private Future<Optional<Shown>> before(OutboxEntry entry, Instant since) {
    return outbox
        .before(tenure.lease(), entry, since)
        .recover(
            cause ->
                cause instanceof StaleLeaseException || entry.joins() != 0
                    ? Future.failedFuture(cause)
                    : Future.succeededFuture(Optional.empty()));
  }
}
