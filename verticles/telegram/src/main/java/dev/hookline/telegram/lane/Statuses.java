package dev.hookline.telegram.lane;

import dev.hookline.telegram.ask.ShowAll;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Keyboard;
import dev.hookline.telegram.bot.Refusal;
import dev.hookline.telegram.render.StatusLine;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Says below a tool's start that it is still running. Only when nothing else is to be done and most
 * of the calls to spare are left; what becomes of it matters to nobody.
 */
final class Statuses {

  private static final int LEFT_FOR_OTHERS = 3; // calls to spare that are not used for this

  private final Running running;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;

  Statuses(Running running, BotGateway gateway, PacedCalls calls, Tenure tenure, LaneTime time) {
    this.running = running;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
  }

  /** Says one thing, if there is any to say; completes with whether a call was made. */
  Future<Boolean> next() {
    if (calls.toSpare() <= LEFT_FOR_OTHERS) {
      return Future.succeededFuture(false);
    }
    Optional<Running.Word> word = running.next(time.now());
    Optional<TextPart> text = word.flatMap(it -> StatusLine.below(it.shown(), it.minutes()));
    return text.isEmpty() ? Future.succeededFuture(false) : say(word.get(), text.get()).map(true);
  }

  // One whose fate is unknown is the last: a later one must not be overtaken by it.
  private Future<Void> say(Running.Word word, TextPart text) {
    Keyboard keyboard = ShowAll.under(word.session(), word.head(), text);
    return calls
        .make(() -> gateway.editText(tenure.chat(), word.message(), text, keyboard))
        .onSuccess(
            outcome -> {
              if (!isThere(outcome)) {
                running.forget(word.session());
              }
            })
        .mapEmpty();
  }

  private static boolean isThere(CallOutcome<Boolean> outcome) {
    return outcome instanceof CallOutcome.Done<Boolean>
        || (outcome instanceof CallOutcome.Refused<Boolean> refused
            && refused.meaning() == Refusal.NOT_MODIFIED);
  }
}
