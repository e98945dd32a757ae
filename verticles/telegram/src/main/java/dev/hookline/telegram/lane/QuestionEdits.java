package dev.hookline.telegram.lane;

import dev.hookline.telegram.ask.Questions;
import dev.hookline.telegram.ask.Questions.Edit;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Refusal;
import io.vertx.core.Future;
import java.util.EnumSet;
import java.util.Set;

/**
 * Changes the messages of questions to say what became of them. To change a message twice does no
 * harm, so a lost answer is no matter of doubt: it is done again.
 */
final class QuestionEdits {

  private static final long LOOK_AGAIN_MILLIS = 500;
  private static final long PAUSE_MILLIS = 10_000;

  /** Nothing that trying again would change. */
  private static final Set<Refusal> FINAL =
      EnumSet.of(
          Refusal.NOT_MODIFIED,
          Refusal.MESSAGE_NOT_OURS,
          Refusal.TOPIC_GONE,
          Refusal.TOPIC_CLOSED,
          Refusal.CONTENT);

  private final Questions questions;
  private final BotGateway gateway;
  private final PacedCalls calls;
  private final Tenure tenure;
  private final LaneTime time;

  private long notBefore;
  private boolean editWasLast;

  QuestionEdits(
      Questions questions, BotGateway gateway, PacedCalls calls, Tenure tenure, LaneTime time) {
    this.questions = questions;
    this.gateway = gateway;
    this.calls = calls;
    this.tenure = tenure;
    this.time = time;
    this.notBefore = time.now();
  }

  /** A person may have pressed something: looks at once. */
  void wake() {
    notBefore = Math.min(notBefore, time.now());
  }

  /** Changes one message, if one is to be changed; completes with whether one was. */
  Future<Boolean> next() {
    if (editWasLast || time.now() < notBefore) {
      editWasLast = false; // messages have their turn too
      return Future.succeededFuture(false);
    }
    return questions
        .next(tenure.lease(), time.wall())
        .compose(
            edit -> {
              if (edit.isEmpty()) {
                notBefore = time.now() + LOOK_AGAIN_MILLIS;
                return Future.succeededFuture(false);
              }
              editWasLast = true;
              return calls
                  .make(() -> make(edit.get()))
                  .compose(outcome -> settle(edit.get(), outcome))
                  .map(true);
            });
  }

  private Future<CallOutcome<Boolean>> make(Edit edit) {
    return edit.file()
        ? gateway.editCaption(tenure.chat(), edit.message(), edit.words(), edit.keyboard())
        : gateway.editText(tenure.chat(), edit.message(), edit.words(), edit.keyboard());
  }

  private Future<Void> settle(Edit edit, CallOutcome<Boolean> outcome) {
    boolean over =
        outcome instanceof CallOutcome.Done<Boolean>
            || (outcome instanceof CallOutcome.Refused<Boolean> refused
                && FINAL.contains(refused.meaning()));
    if (over) {
      return questions.done(tenure.lease(), edit);
    }
    if (outcome instanceof CallOutcome.Refused<Boolean> refused
        && refused.meaning() != Refusal.FLOOD) {
      notBefore = time.now() + PAUSE_MILLIS;
    }
    return Future.succeededFuture();
  }
}
