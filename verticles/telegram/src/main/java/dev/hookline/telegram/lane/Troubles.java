package dev.hookline.telegram.lane;

import dev.hookline.telegram.bot.CallOutcome;
import io.vertx.core.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What concerns the whole chat and not one entry: no rights, a new id, a token that is wrong. */
final class Troubles {

  private static final Logger LOGGER = LoggerFactory.getLogger(Troubles.class);

  private final Tenure tenure;
  private final LaneTime time;
  private final long recheckMillis;

  private long movedTo;
  private boolean tokenRefused;
  private long checkAt;

  Troubles(Tenure tenure, LaneTime time, long recheckMillis) {
    this.tenure = tenure;
    this.time = time;
    this.recheckMillis = recheckMillis;
    this.checkAt = time.now();
  }

  /** Takes note of a refusal when it is about the chat or the bot. */
  <T> Future<Void> notice(CallOutcome.Refused<T> refused) {
    return switch (refused.meaning()) {
      case MIGRATED -> {
        movedTo = refused.migrateTo();
        yield Future.succeededFuture();
      }
      case CHAT_UNUSABLE -> suspend(refused.description());
      case TOKEN_WRONG -> giveUp(refused);
      default -> Future.succeededFuture();
    };
  }

  /** Stops the chat for a reason that a person must know. */
  Future<Void> suspend(String reason) {
    checkAt = time.now() + recheckMillis;
    return reason.equals(tenure.suspended()) ? Future.succeededFuture() : tenure.suspend(reason);
  }

  /** The chat's new id; 0 while it has none. */
  long movedTo() {
    return movedTo;
  }

  /** Whether nothing will ever work with this token. */
  boolean tokenRefused() {
    return tokenRefused;
  }

  /** How long until a suspended chat should be looked at again. */
  long checkInMillis() {
    return Math.max(0, checkAt - time.now());
  }

  /** A suspended chat was looked at, and is as before. */
  void checkLater() {
    checkAt = time.now() + recheckMillis;
  }

  private <T> Future<Void> giveUp(CallOutcome.Refused<T> refused) {
    tokenRefused = true;
    LOGGER
        .atError()
        .addKeyValue("chat", tenure.chat())
        .addKeyValue("code", refused.code())
        .log("Telegram refuses the bot token: correct telegram.token and start again");
    return tenure.suspend("Telegram refuses the bot token (" + refused.description() + ")");
  }
}
