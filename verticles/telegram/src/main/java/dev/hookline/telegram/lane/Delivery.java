package dev.hookline.telegram.lane;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionHint;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Outbox;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Posted;
import dev.hookline.telegram.bot.Refusal;
import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the next entry that is due, makes the one call it needs, and writes down the outcome. */
final class Delivery {

  private static final Logger LOGGER = LoggerFactory.getLogger(Delivery.class);
  private static final long LONGEST_PAUSE_SECONDS = 60;

  private final Outbox outbox;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;
  private final Ledger ledger;
  private final Doubts doubts;
  private final Troubles troubles;
  private final EventBus bus;

  Delivery(
      Outbox outbox,
      BotGateway gateway,
      PacedCalls calls,
      Tenure tenure,
      LaneTime time,
      Ledger ledger,
      Doubts doubts,
      Troubles troubles,
      EventBus bus) {
    this.outbox = outbox;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
    this.ledger = ledger;
    this.doubts = doubts;
    this.troubles = troubles;
    this.bus = bus;
  }

  /** Delivers one part, if any is due; completes with whether one was. */
  Future<Boolean> next() {
    Set<SessionKey> waiting = doubts.sessions();
    return outbox
        .claim(tenure.lease(), waiting, time.wall())
        .compose(
            entry ->
                entry.isPresent() ? deliver(entry.get()).map(true) : Future.succeededFuture(false));
  }

  private Future<Void> deliver(OutboxEntry entry) {
    if (entry.kind() == Release.Kind.CLOSE) {
      return closeTopic(entry);
    }
    if (entry.topicClosed()) {
      return reopenTopic(entry);
    }
    Part part = ledger.part(entry);
    long chat = tenure.chat();
    long sentAt = time.now();
    return calls
        .make(() -> send(chat, entry.thread(), part))
        .compose(outcome -> settle(entry, sentAt, outcome));
  }

  private Future<CallOutcome<Posted>> send(long chat, long thread, Part part) {
    return part instanceof TextPart text
        ? gateway.sendText(chat, thread, text)
        : gateway.sendDocument(chat, thread, (DocumentPart) part);
  }

  private Future<Void> settle(OutboxEntry entry, long sentAt, CallOutcome<Posted> outcome) {
    if (outcome instanceof CallOutcome.Done<Posted> done) {
      return done.value().thread() == entry.thread()
          ? shown(entry, done.value().messageId())
          : misplaced(entry, done.value());
    }
    if (outcome instanceof CallOutcome.Unknown<Posted> unknown) {
      return ledger.doubt(entry, unknown.reason()).onSuccess(ignored -> doubts.add(entry, sentAt));
    }
    return outcome instanceof CallOutcome.Refused<Posted> refused
        ? refused(entry, refused)
        : ledger.again(entry, ((CallOutcome.NotSent<Posted>) outcome).reason(), Duration.ZERO);
  }

  private Future<Void> shown(OutboxEntry entry, long messageId) {
    if (ledger.onlyNoted(entry)) {
      doubts.stray(messageId);
    }
    return ledger.shown(entry, messageId).onSuccess(ignored -> doubts.sentAfterwards(messageId));
  }

  private <T> Future<Void> refused(OutboxEntry entry, CallOutcome.Refused<T> refused) {
    String reason = refused.description();
    return switch (refused.meaning()) {
      case FLOOD -> ledger.again(entry, reason, Duration.ZERO);
      case MIGRATED, CHAT_UNUSABLE, TOKEN_WRONG ->
          ledger.again(entry, reason, Duration.ZERO).compose(done -> troubles.notice(refused));
      case TOPIC_GONE -> missing(entry, reason);
      case TOPIC_CLOSED ->
          ledger.topicClosed(entry).compose(done -> ledger.again(entry, reason, pause(entry)));
      case CONFLICT, NOT_MODIFIED, MESSAGE_NOT_OURS -> ledger.again(entry, reason, pause(entry));
      case CONTENT -> ledger.refused(entry, reason, isTooLong(reason));
    };
  }

  // Forum mode off: Telegram then ignores the thread and shows the message to the whole chat.
  private Future<Void> misplaced(OutboxEntry entry, Posted posted) {
    LOGGER
        .atError()
        .addKeyValue("session", entry.session())
        .addKeyValue("thread", entry.thread())
        .addKeyValue("foundIn", posted.thread())
        .log("Telegram put a message into the wrong place");
    doubts.stray(posted.messageId());
    String reason = "a message was put outside its topic: switch the group's topics on again";
    return troubles
        .suspend(reason)
        .compose(ignored -> ledger.again(entry, reason, Duration.ZERO))
        .compose(ignored -> calls.open())
        .compose(
            ignored -> calls.make(() -> gateway.deleteMessage(tenure.chat(), posted.messageId())))
        .mapEmpty();
  }

  private Future<Void> missing(OutboxEntry entry, String reason) {
    return ledger
        .topicMissing(entry, reason)
        .onSuccess(ignored -> Addresses.SESSION_HINT.hint(bus, new SessionHint(entry.session())));
  }

  private Future<Void> closeTopic(OutboxEntry entry) {
    return change(
        entry,
        () -> gateway.closeTopic(tenure.chat(), entry.thread()),
        () -> ledger.topicClosed(entry).compose(ignored -> ledger.done(entry)));
  }

  private Future<Void> reopenTopic(OutboxEntry entry) {
    return change(
        entry,
        () -> gateway.reopenTopic(tenure.chat(), entry.thread()),
        () ->
            ledger
                .topicReopened(entry)
                .compose(ignored -> ledger.again(entry, "topic reopened", pause(entry))));
  }

  // Closing and reopening may be repeated, so a lost answer is no matter of doubt.
  private Future<Void> change(
      OutboxEntry entry, Supplier<Future<CallOutcome<Boolean>>> call, Supplier<Future<Void>> done) {
    return calls
        .make(call)
        .compose(
            outcome -> {
              if (outcome instanceof CallOutcome.Done<Boolean>) {
                return done.get();
              }
              if (!(outcome instanceof CallOutcome.Refused<Boolean> refused)) {
                return ledger.again(entry, outcome.toString(), pause(entry));
              }
              if (refused.meaning() == Refusal.NOT_MODIFIED) {
                return done.get();
              }
              boolean nothingToClose =
                  refused.meaning() == Refusal.TOPIC_GONE && entry.kind() == Release.Kind.CLOSE;
              return nothingToClose ? ledger.done(entry) : refused(entry, refused);
            });
  }

  private static Duration pause(OutboxEntry entry) {
    return entry.attempts() == 0
        ? Duration.ZERO
        : Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(entry.attempts(), 10)));
  }

  private static boolean isTooLong(String reason) {
    return reason.toLowerCase(Locale.ROOT).contains("too long");
  }
}
