package dev.hookline.telegram.lane;

import dev.hookline.store.Replies;
import dev.hookline.store.ReplyMark;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Refusal;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * Shows people what became of what they wrote to agents, as reactions at their messages. To react
 * twice does no harm, so a lost answer is no matter of doubt: it is done again.
 */
final class ReplyMarks {

  /** Whoever was given a text comes back for it sooner, if it comes back. */
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final long PAUSE_MILLIS = 10_000;

  private final Replies replies;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;

  private long notBefore;
  private boolean markWasLast;

  ReplyMarks(Replies replies, BotGateway gateway, PacedCalls calls, Tenure tenure, LaneTime time) {
    this.replies = replies;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
    this.notBefore = time.now();
  }

  /** Somebody may have written something, or an agent have got it: looks at once. */
  void wake() {
    notBefore = Math.min(notBefore, time.now());
  }

  /** Marks one message, if one is to be marked; completes with whether one was. */
  Future<Boolean> next() {
    if (markWasLast || time.now() < notBefore) {
      markWasLast = false; // messages have their turn too
      return Future.succeededFuture(false);
    }
    return replies
        .doubt(TOO_LONG, time.wall())
        .compose(ignored -> replies.unmarked(tenure.lease()))
        .compose(
            mark -> {
              if (mark.isEmpty()) {
                notBefore = time.now() + LOOK_AGAIN_MILLIS;
                return Future.succeededFuture(false);
              }
              markWasLast = true;
              return make(mark.get()).map(true);
            });
  }

  private Future<Void> make(ReplyMark mark) {
    return calls
        .make(() -> gateway.react(tenure.chat(), mark.message(), emoji(mark.kind())))
        .compose(outcome -> settle(mark, outcome));
  }

  // A chat may allow no reactions, and a message may be gone: trying again would change nothing.
  private Future<Void> settle(ReplyMark mark, CallOutcome<Boolean> outcome) {
    if (outcome instanceof CallOutcome.Done<Boolean>
        || (outcome instanceof CallOutcome.Refused<Boolean> refused && isFinal(refused))) {
      return replies.marked(tenure.lease(), mark);
    }
    if (!(outcome instanceof CallOutcome.Refused<Boolean> refused)
        || refused.meaning() != Refusal.FLOOD) {
      notBefore = time.now() + PAUSE_MILLIS;
    }
    return Future.succeededFuture();
  }

  private static boolean isFinal(CallOutcome.Refused<Boolean> refused) {
    return refused.code() == 400 && refused.meaning() != Refusal.MIGRATED;
  }

  private static String emoji(ReplyMark.Kind kind) {
    return switch (kind) {
      case RECEIVED -> "👀";
      case DELIVERED -> "👍";
      case DOUBTED -> "🤔";
      case CANCELLED -> "";
    };
  }
}
