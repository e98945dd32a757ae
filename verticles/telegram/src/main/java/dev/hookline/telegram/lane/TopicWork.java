package dev.hookline.telegram.lane;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.ForumRights;
import dev.hookline.telegram.bot.Refusal;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.function.Supplier;

/** Makes the calls about topics and tells what became of them. */
final class TopicWork {

  private static final String ALIVE = "text must be non-empty";
  private static final String WAITS = "Telegram asks for silence; ask again later";

  private final BotGateway gateway;
  private final PacedCalls calls;
  private final LaneTime time;
  private final long guardMillis;
  private final Troubles troubles;

  TopicWork(
      BotGateway gateway, PacedCalls calls, LaneTime time, long guardMillis, Troubles troubles) {
    this.gateway = gateway;
    this.calls = calls;
    this.time = time;
    this.guardMillis = guardMillis;
    this.troubles = troubles;
  }

  /** Makes the call, at most once. Fails only when the chat is no longer ours. */
  Future<TopicAnswer> execute(TopicDesk.Asked asked) {
    TopicCall call = asked.call();
    long chat = call.chat();
    long thread = call.thread();
    return switch (call.kind()) {
      case CREATE ->
          calls
              .makeCreation(() -> objection(asked), () -> gateway.createTopic(chat, call.name()))
              .compose(made -> told(made, thread(made)));
      case RENAME -> change(() -> gateway.renameTopic(chat, thread, call.name()));
      case CLOSE -> change(() -> gateway.closeTopic(chat, thread));
      case REOPEN -> change(() -> gateway.reopenTopic(chat, thread));
      // A bot without the right to delete can still do everything else: no trouble of the chat.
      case DELETE -> calls.make(() -> gateway.deleteTopic(chat, thread)).map(o -> answer(o, 0));
      case PROBE -> calls.make(() -> gateway.probeTopic(chat, thread)).map(TopicWork::probed);
      case BARRIER -> calls.make(() -> gateway.barrier(chat)).map(TopicWork::passed);
      case CHECK_CHAT -> check(chat);
      case FORGO -> Future.succeededFuture(TopicAnswer.done(0));
    };
  }

  /** Whether the chat is a forum in which the bot may manage topics. */
  Future<TopicAnswer> check(long chat) {
    return calls
        .make(() -> gateway.isForum(chat))
        .compose(
            forum -> {
              if (!(forum instanceof CallOutcome.Done<Boolean> done)) {
                return Future.succeededFuture(unsure(forum));
              }
              return done.value()
                  ? calls.open().compose(ignored -> rights(chat))
                  : Future.succeededFuture(no("the chat is not a forum: switch topics on"));
            });
  }

  // The store may have kept us waiting since the claim, and another attempt may be under way by
  // now. Asked of both clocks: one may have been set, the other may have stood still in a suspended
  // machine.
  private String objection(TopicDesk.Asked asked) {
    long age = time.clock().millis() - asked.call().claimedAtMillis();
    return time.now() > asked.notAfter() || Math.abs(age) > guardMillis
        ? "the claim is " + age + " ms old; it must be made anew"
        : null;
  }

  private Future<TopicAnswer> rights(long chat) {
    return calls.make(() -> gateway.rights(chat)).map(TopicWork::judged);
  }

  private Future<TopicAnswer> change(Supplier<Future<CallOutcome<Boolean>>> call) {
    return calls.make(call).compose(made -> told(made, 0));
  }

  private <T> Future<TopicAnswer> told(CallOutcome<T> outcome, long thread) {
    TopicAnswer answer = answer(outcome, thread);
    return outcome instanceof CallOutcome.Refused<T> refused
        ? troubles.notice(refused).map(answer)
        : Future.succeededFuture(answer);
  }

  private static long thread(CallOutcome<Long> outcome) {
    return outcome instanceof CallOutcome.Done<Long> done ? done.value() : 0;
  }

  private static <T> TopicAnswer answer(CallOutcome<T> outcome, long thread) {
    if (outcome instanceof CallOutcome.Done<T>) {
      return TopicAnswer.done(thread);
    }
    if (outcome instanceof CallOutcome.Refused<T> refused) {
      return refused.meaning() == Refusal.NOT_MODIFIED
          ? TopicAnswer.done(thread)
          : TopicAnswer.refused(refused.code(), refused.description(), refused.retryAfterMillis());
    }
    return outcome instanceof CallOutcome.NotSent<T> notSent
        ? TopicAnswer.notSent(notSent.reason())
        : TopicAnswer.unknown(((CallOutcome.Unknown<T>) outcome).reason());
  }

  // A probe that was only put off must not look like a "no": that would end a living topic.
  private static <T> TopicAnswer unsure(CallOutcome<T> outcome) {
    return outcome instanceof CallOutcome.Refused<T> refused && refused.meaning() == Refusal.FLOOD
        ? TopicAnswer.notSent(WAITS)
        : answer(outcome, 0);
  }

  private static <T> TopicAnswer probed(CallOutcome<T> outcome) {
    if (!(outcome instanceof CallOutcome.Refused<T> refused)) {
      return unsure(outcome);
    }
    if (says(refused, ALIVE)) {
      return TopicAnswer.done(0);
    }
    return refused.meaning() == Refusal.TOPIC_GONE
        ? answer(outcome, 0)
        : TopicAnswer.notSent("the probe was refused: " + refused.description());
  }

  private static <T> TopicAnswer passed(CallOutcome<T> outcome) {
    boolean answered =
        outcome instanceof CallOutcome.Refused<T> refused
            && refused.meaning() == Refusal.TOPIC_GONE;
    return answered ? TopicAnswer.done(0) : unsure(outcome);
  }

  private static TopicAnswer judged(CallOutcome<ForumRights> outcome) {
    if (!(outcome instanceof CallOutcome.Done<ForumRights> done)) {
      return unsure(outcome);
    }
    if (!done.value().administrator()) {
      return no("the bot is not an administrator of the chat: make it one");
    }
    return done.value().managesTopics()
        ? TopicAnswer.done(0)
        : no("the bot has not enough rights: allow it to manage topics");
  }

  private static TopicAnswer no(String description) {
    return TopicAnswer.refused(400, description, 0);
  }

  private static <T> boolean says(CallOutcome.Refused<T> refused, String words) {
    return refused.description().toLowerCase(Locale.ROOT).contains(words);
  }
}
