package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicAnswer.Verdict;
import dev.hookline.messages.TopicCall;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.time.Duration;

/** Calls about topics, made by the lane of their chat. Thread-safe. */
final class TopicCalls {

  private final EventBus bus;
  private final Duration patience;

  TopicCalls(EventBus bus, Duration patience) {
    this.bus = bus;
    this.patience = patience;
  }

  /** Makes the call. Never fails: no answer from the lane is an unknown outcome. */
  Future<TopicAnswer> make(TopicCall call) {
    return Addresses.topicCall(call.chat())
        .request(bus, call, patience)
        .otherwise(cause -> TopicAnswer.unknown("no answer from the lane"));
  }

  /** Whether Telegram says that there is no such topic. */
  static boolean gone(TopicAnswer answer) {
    return answer.verdict() == Verdict.REFUSED
        && (answer.description().contains("TOPIC_ID_INVALID")
            || answer.description().contains("message thread not found")
            || answer.description().contains("TOPIC_DELETED"));
  }
}
