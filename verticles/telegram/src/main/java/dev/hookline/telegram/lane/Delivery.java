package dev.hookline.telegram.lane;

import dev.hookline.messages.EventType;
import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.telegram.ask.Questions;
import dev.hookline.telegram.ask.Questions.Sending;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.bot.Posted;
import dev.hookline.telegram.bot.Refusal;
import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.RichMessagePart;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Takes the next entry that is due, makes the one call it needs, and writes down the outcome. */
final class Delivery {

  private static final int MOST_HUSHED = 100; // in one transaction

  private final Outbox outbox;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;
  private final Queue queue;
  private final Hush hush;
  private final Running running;
  private final Joining joining;
  private final Folding folding;
  private final Drawings drawings;
  private final Questions questions;
  private final Persistence persistence;
  private final Ledger ledger;
  private final Doubts doubts;
  private final Rejections rejections;
  private final Trail trail;

  Delivery(
      Outbox outbox,
      BotGateway gateway,
      PacedCalls calls,
      Tenure tenure,
      LaneTime time,
      Queue queue,
      Hush hush,
      Running running,
      Joining joining,
      Folding folding,
      Drawings drawings,
      Questions questions,
      Persistence persistence,
      Ledger ledger,
      Doubts doubts,
      Rejections rejections,
      Trail trail) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
    this.queue = queue;
    this.hush = hush;
    this.running = running;
    this.joining = joining;
    this.folding = folding;
    this.drawings = drawings;
    this.questions = questions;
    this.persistence = persistence;
    this.ledger = ledger;
    this.doubts = doubts;
    this.rejections = rejections;
    this.trail = trail;
  }

  /**
   * Delivers one part, or passes over what gets none, if any is due; completes with whether one
   * was.
   */
  Future<Boolean> next() {
    return deliver(outbox.claim(tenure.lease(), doubts.sessions(), time.wall()));
  }

  /** The same while a person waits for any of it. */
  Future<Boolean> nextWhileUrgent() {
    return deliver(outbox.claimWhileUrgent(tenure.lease(), doubts.sessions(), time.wall()));
  }

  private Future<Boolean> deliver(Future<Optional<OutboxEntry>> claimed) {
    return claimed.compose(
        entry ->
            entry.isPresent() ? deliver(entry.get()).map(true) : Future.succeededFuture(false));
  }

  private Future<Void> deliver(OutboxEntry entry) {
    running.forget(entry.session());
    if (entry.kind() == Release.Kind.CLOSE) {
      return closeTopic(entry);
    }
    if (hush.covers(entry)) {
      return hush(entry);
    }
    if (entry.topicClosed() && !mayGoIntoClosed(entry)) {
      return reopenTopic(entry);
    }
    return joining
        .join(entry)
        .compose(
            joined -> joined ? Future.succeededFuture() : folding.fold(entry).compose(this::send));
  }

  // Who looks back at a session that is over does not begin it again. Telegram lets the creator of
  // a
  // topic write into it; if it did not, the second try reopens it.
  private static boolean mayGoIntoClosed(OutboxEntry entry) {
    return entry.kind() == Release.Kind.WHOLE && entry.attempts() == 0;
  }

  private Future<Void> hush(OutboxEntry entry) {
    return queue
        .behind(entry, MOST_HUSHED - 1)
        .map(behind -> entry.with(behind.stream().takeWhile(hush::covers).toList()))
        .compose(ledger::hushed);
  }

  private Future<Void> send(OutboxEntry entry) {
    Part part = drawings.part(entry);
    return drawings.endsShownWhole(entry)
        ? persistence
            .insist("question", () -> questions.prepare(tenure.lease(), entry, part))
            .compose(whole -> send(entry, whole))
        : send(entry, new Sending(part, Keyboard.NONE));
  }

  private Future<Void> send(OutboxEntry entry, Sending sending) {
    long chat = tenure.chat();
    long sentAt = time.now();
    return trail
        .follow(
            entry, method(sending.part()), 0, () -> calls.make(() -> send(chat, entry, sending)))
        .compose(outcome -> settle(entry, sentAt, outcome));
  }

  private Future<CallOutcome<Posted>> send(long chat, OutboxEntry entry, Sending sending) {
    long thread = entry.thread();
    boolean silent = isSilent(entry);
    Part part = sending.part();
    if (part instanceof RichMessagePart rich) {
      return gateway.sendRich(chat, thread, rich, sending.keyboard(), silent);
    }
    return part instanceof TextPart text
        ? gateway.sendText(chat, thread, text, sending.keyboard(), silent)
        : gateway.sendDocument(chat, thread, (DocumentPart) part, sending.keyboard(), silent);
  }

  private static String method(Part part) {
    if (part instanceof RichMessagePart) {
      return "sendRichMessage";
    }
    return part instanceof TextPart ? "sendMessage" : "sendDocument";
  }

  // Whatever was asked for: a person must hear that an agent waits for them.
  private boolean isSilent(OutboxEntry entry) {
    return time.wall().isBefore(entry.silentUntil())
        && Stream.concat(Stream.of(entry), entry.folded().stream())
            .flatMap(one -> one.events().stream())
            .noneMatch(event -> event.type() == EventType.APPROVAL_REQUEST);
  }

  private Future<Void> settle(OutboxEntry entry, long sentAt, CallOutcome<Posted> outcome) {
    if (outcome instanceof CallOutcome.Done<Posted> done) {
      return posted(entry, done.value());
    }
    if (outcome instanceof CallOutcome.Unknown<Posted> unknown) {
      return ledger
          .doubt(entry, unknown.reason())
          .compose(ignored -> questions.outdate(tenure.lease(), entry))
          .onSuccess(ignored -> doubts.add(entry, sentAt));
    }
    return outcome instanceof CallOutcome.Refused<Posted> refused
        ? rejections.refused(entry, refused)
        : ledger.again(entry, ((CallOutcome.NotSent<Posted>) outcome).reason(), Duration.ZERO);
  }

  private Future<Void> posted(OutboxEntry entry, Posted posted) {
    if (posted.thread() != entry.thread()) {
      return rejections.misplaced(entry, posted);
    }
    return isNamed(posted, entry)
        ? ledger
            .shown(entry, posted.messageId())
            .onSuccess(ignored -> doubts.sentAfterwards(posted.messageId()))
        : rejections.foreign(entry, posted);
  }

  private Future<Void> closeTopic(OutboxEntry entry) {
    return change(
        entry,
        "closeForumTopic",
        () -> gateway.closeTopic(tenure.chat(), entry.thread()),
        () -> ledger.topicClosed(entry).compose(ignored -> ledger.done(entry)));
  }

  private Future<Void> reopenTopic(OutboxEntry entry) {
    return change(
        entry,
        "reopenForumTopic",
        () -> gateway.reopenTopic(tenure.chat(), entry.thread()),
        () ->
            ledger
                .topicReopened(entry)
                .compose(
                    ignored -> ledger.again(entry, "topic reopened", Rejections.pause(entry))));
  }

  // Closing and reopening may be repeated, so a lost answer is no matter of doubt.
  private Future<Void> change(
      OutboxEntry entry,
      String method,
      Supplier<Future<CallOutcome<Boolean>>> call,
      Supplier<Future<Void>> done) {
    return trail
        .follow(entry, method, 0, () -> calls.make(call))
        .compose(
            outcome -> {
              if (outcome instanceof CallOutcome.Done<Boolean>) {
                return done.get();
              }
              if (!(outcome instanceof CallOutcome.Refused<Boolean> refused)) {
                return ledger.again(entry, outcome.toString(), Rejections.pause(entry));
              }
              if (refused.meaning() == Refusal.NOT_MODIFIED) {
                return done.get();
              }
              boolean nothingToClose =
                  refused.meaning() == Refusal.TOPIC_GONE && entry.kind() == Release.Kind.CLOSE;
              return nothingToClose ? ledger.done(entry) : rejections.refused(entry, refused);
            });
  }

  // The name with which the topic was created ends with a marker that no other topic has.
  private static boolean isNamed(Posted posted, OutboxEntry entry) {
    String marker = entry.topicName().substring(entry.topicName().lastIndexOf(' ') + 1);
    return posted.topicName() == null || posted.topicName().endsWith(marker);
  }
}
