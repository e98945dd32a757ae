package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ReadUpdates;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicAnswer.Verdict;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.SessionTopic;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;

/** What the session room asks of the Telegram room. Thread-safe. */
final class TopicCalls {

  private static final Duration READ_PATIENCE = Duration.ofMinutes(2); // the longest poll, twice

  private final EventBus bus;
  private final TopicOptions options;

  TopicCalls(EventBus bus, TopicOptions options) {
    this.bus = bus;
    this.options = options;
  }

  /** Waits for a turn in the chat's lane. */
  Future<TopicSlot> slot(SessionTopic topic) {
    TopicSlotWanted wanted =
        new TopicSlotWanted(topic.chat(), topic.session(), options.slotPatience().toMillis());
    return Addresses.topicSlot(topic.chat()).request(bus, wanted, options.slotPatience());
  }

  /** Makes the call. Never fails: no answer from the lane is an unknown outcome. */
  Future<TopicAnswer> make(TopicCall call) {
    return Addresses.topicCall(call.chat())
        .request(bus, call, options.callPatience())
        .otherwise(TopicCalls::unanswered);
  }

  /** Waits until all that Telegram has for the bot now is in the store; fails when it cannot be. */
  Future<Void> readUpdates() {
    return Addresses.READ_UPDATES.request(bus, new ReadUpdates(), READ_PATIENCE).mapEmpty();
  }

  /** Whether Telegram says that there is no such topic. */
  static boolean gone(TopicAnswer answer) {
    return answer.verdict() == Verdict.REFUSED
        && (answer.description().contains("TOPIC_ID_INVALID")
            || answer.description().contains("message thread not found")
            || answer.description().contains("TOPIC_DELETED"));
  }

  private static TopicAnswer unanswered(Throwable cause) {
    boolean nobodyThere =
        cause instanceof ReplyException reply && reply.failureType() == ReplyFailure.NO_HANDLERS;
    return nobodyThere
        ? TopicAnswer.notSent("nobody serves the chat")
        : TopicAnswer.unknown("no answer from the lane");
  }
}
