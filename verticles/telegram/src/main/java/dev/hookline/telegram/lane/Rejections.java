package dev.hookline.telegram.lane;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionHint;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Posted;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What follows when Telegram does not show an entry, or shows it where it does not belong. */
final class Rejections {

  private static final Logger LOGGER = LoggerFactory.getLogger(Rejections.class);
  private static final long LONGEST_PAUSE_SECONDS = 60;

  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final Ledger ledger;
  private final Troubles troubles;
  private final EventBus bus;

  Rejections(
      BotGateway gateway,
      PacedCalls calls,
      Tenure tenure,
      Ledger ledger,
      Troubles troubles,
      EventBus bus) {
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.ledger = ledger;
    this.troubles = troubles;
    this.bus = bus;
  }

  /** Telegram refused what the entry asks for. */
  <T> Future<Void> refused(OutboxEntry entry, CallOutcome.Refused<T> refused) {
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

  /**
   * Telegram showed the entry outside its topic, as it does with forum mode off: it then ignores
   * the thread and shows the message to the whole chat.
   */
  Future<Void> misplaced(OutboxEntry entry, Posted posted) {
    report(entry, posted, "Telegram put a message into the wrong place");
    String reason = "a message was put outside its topic: switch the group's topics on again";
    return ledger
        .stray(posted.messageId())
        .compose(ignored -> troubles.suspend(reason))
        .compose(ignored -> ledger.again(entry, reason, Duration.ZERO))
        .compose(ignored -> takeBack(posted));
  }

  /**
   * Telegram showed the entry in a topic that another name was given to when it was created: it was
   * taken for ours because nobody accounted for its id. It stays with whoever made it.
   */
  Future<Void> foreign(OutboxEntry entry, Posted posted) {
    report(entry, posted, "a topic that was taken for the session's own is somebody else's");
    return ledger
        .stray(posted.messageId())
        .compose(ignored -> ledger.topicForeign(entry))
        .compose(ignored -> takeBack(posted));
  }

  /**
   * How long an entry waits before it is tried again: not at all at first, for a closed topic takes
   * two tries, then longer and longer.
   */
  static Duration pause(OutboxEntry entry) {
    int vain = entry.attempts() - 2;
    return vain < 0
        ? Duration.ZERO
        : Duration.ofSeconds(Math.min(LONGEST_PAUSE_SECONDS, 1L << Math.min(vain, 10)));
  }

  private Future<Void> missing(OutboxEntry entry, String reason) {
    return ledger
        .topicMissing(entry, reason)
        .onSuccess(ignored -> Addresses.SESSION_HINT.hint(bus, new SessionHint(entry.session())));
  }

  private Future<Void> takeBack(Posted posted) {
    return calls
        .open()
        .compose(
            ignored -> calls.make(() -> gateway.deleteMessage(tenure.chat(), posted.messageId())))
        .mapEmpty();
  }

  private static void report(OutboxEntry entry, Posted posted, String what) {
    LOGGER
        .atError()
        .addKeyValue("session", entry.session())
        .addKeyValue("thread", entry.thread())
        .addKeyValue("foundIn", posted.thread())
        .log(what);
  }

  private static boolean isTooLong(String reason) {
    return reason.toLowerCase(Locale.ROOT).contains("too long");
  }
}
