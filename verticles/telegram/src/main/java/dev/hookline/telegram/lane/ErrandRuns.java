package dev.hookline.telegram.lane;

import dev.hookline.store.Errand;
import dev.hookline.store.Errand.Deed;
import dev.hookline.store.Topics;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Posted;
import dev.hookline.telegram.bot.Refusal;
import io.vertx.core.Future;

/**
 * Does what commands ask for, one call for each: answers them, and renames and closes topics. What
 * is said here is none of a session's messages, so it may stand between any two of them.
 */
final class ErrandRuns {

  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final long PAUSE_MILLIS = 5_000;

  private final ErrandBook book;
  private final Topics topics;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;
  private final Doubts doubts;
  private final Troubles troubles;

  private long notBefore;
  private boolean errandWasLast;

  ErrandRuns(
      ErrandBook book,
      Topics topics,
      BotGateway gateway,
      PacedCalls calls,
      Tenure tenure,
      LaneTime time,
      Doubts doubts,
      Troubles troubles) {
    this.book = book;
    this.topics = topics;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
    this.doubts = doubts;
    this.troubles = troubles;
    this.notBefore = time.now();
  }

  /** Somebody may have written a command: looks at once. */
  void wake() {
    notBefore = Math.min(notBefore, time.now());
  }

  /** Begins a tenure: what an earlier one said is in doubt, all else can be done again. */
  Future<Void> begin() {
    wake();
    return book.underWay()
        .compose(
            left -> {
              Future<Void> ready = Future.succeededFuture();
              for (Errand errand : left) {
                if (errand.deed() == Deed.SAY) {
                  doubts.left(new LostWords(errand, book));
                } else {
                  ready = ready.compose(ignored -> book.again(errand, 0));
                }
              }
              return ready;
            });
  }

  /** Runs one errand, if one is due; completes with whether one was. */
  Future<Boolean> next() {
    if (errandWasLast || time.now() < notBefore) {
      errandWasLast = false; // messages have their turn too
      return Future.succeededFuture(false);
    }
    return book.next()
        .compose(
            errand -> {
              if (errand.isEmpty()) {
                notBefore = time.now() + LOOK_AGAIN_MILLIS;
                return Future.succeededFuture(false);
              }
              errandWasLast = true;
              return run(errand.get()).map(true);
            });
  }

  private Future<Void> run(Errand errand) {
    long chat = tenure.chat();
    long thread = errand.thread();
    return switch (errand.deed()) {
      case SAY -> say(errand);
      case RENAME ->
          calls
              .make(() -> gateway.renameTopic(chat, thread, errand.text()))
              .compose(outcome -> changed(errand, outcome));
      case CLOSE ->
          calls
              .make(() -> gateway.closeTopic(chat, thread))
              .compose(outcome -> changed(errand, outcome));
    };
  }

  private Future<Void> say(Errand errand) {
    long sentAt = time.now();
    return calls
        .make(() -> gateway.answer(tenure.chat(), errand.thread(), errand.message(), errand.text()))
        .compose(outcome -> said(errand, sentAt, outcome));
  }

  private Future<Void> said(Errand errand, long sentAt, CallOutcome<Posted> outcome) {
    if (outcome instanceof CallOutcome.Done<Posted> done) {
      long message = done.value().messageId();
      return book.done(errand, message).onSuccess(ignored -> doubts.sentAfterwards(message));
    }
    if (outcome instanceof CallOutcome.Unknown<Posted>) {
      doubts.add(new LostWords(errand, book), sentAt);
      return Future.succeededFuture();
    }
    if (outcome instanceof CallOutcome.Refused<Posted> refused) {
      return troublesChat(refused)
          ? troubled(errand, refused)
          : book.drop(errand, refused.description());
    }
    return book.again(errand, 0); // it was not sent
  }

  // To rename or to close twice does no harm, so a lost answer is no matter of doubt.
  private Future<Void> changed(Errand errand, CallOutcome<Boolean> outcome) {
    if (outcome instanceof CallOutcome.Refused<Boolean> refused
        && refused.meaning() != Refusal.NOT_MODIFIED) {
      return troublesChat(refused)
          ? troubled(errand, refused)
          : book.sayInstead(errand, "Telegram refuses: " + refused.description());
    }
    if (outcome instanceof CallOutcome.Unknown<Boolean>
        || outcome instanceof CallOutcome.NotSent<Boolean>) {
      return book.again(errand, PAUSE_MILLIS);
    }
    return (errand.deed() == Deed.CLOSE
            ? topics.closed(tenure.chat(), errand.thread(), time.wall())
            : Future.succeededFuture(true))
        .compose(ignored -> book.done(errand, 0));
  }

  private <T> Future<Void> troubled(Errand errand, CallOutcome.Refused<T> refused) {
    return book.again(errand, PAUSE_MILLIS).compose(ignored -> troubles.notice(refused));
  }

  private static <T> boolean troublesChat(CallOutcome.Refused<T> refused) {
    return switch (refused.meaning()) {
      case FLOOD, MIGRATED, TOKEN_WRONG, CHAT_UNUSABLE -> true;
      default -> false;
    };
  }
}
