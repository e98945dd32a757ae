package dev.hookline.session;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicAnswer.Verdict;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicCall.Kind;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Topics;
import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Verifies that a topic is gone before its session gets another one.
 *
 * <p>{@code message thread not found} also stands for other errors, and Telegram's servers remember
 * for a minute what they knew of a thread. So a topic counts as lost only when it is still not
 * found after that time, the chat is a forum in which we may manage topics, and reopening the topic
 * is refused because there is none with its id. Confined to its verticle's event loop.
 */
final class MissingTopics {

  private static final Logger LOGGER = LoggerFactory.getLogger(MissingTopics.class);
  private static final String NOTE =
      "The topic of this session was deleted. What was still to be shown goes on here.";

  private final Topics topics;
  private final TopicCalls calls;
  private final TopicOptions options;
  private final Clock clock;
  private final Pauses pauses = new Pauses();

  MissingTopics(Topics topics, TopicCalls calls, TopicOptions options, Clock clock) {
    this.topics = topics;
    this.calls = calls;
    this.options = options;
    this.clock = clock;
  }

  /** Looks after a doubted topic, when its time has come. */
  Future<Void> verify(SessionTopic topic) {
    Instant now = clock.instant();
    boolean due = !now.isBefore(topic.since().plus(options.cacheTime()));
    if (!due || !pauses.over(topic.session().value(), now)) {
      return Future.succeededFuture();
    }
    return ask(topic, Kind.PROBE)
        .compose(
            answer ->
                switch (answer.verdict()) {
                  case DONE -> found(topic);
                  case REFUSED -> checkChat(topic);
                  case NOT_SENT, UNKNOWN -> later(topic);
                });
  }

  private Future<Void> checkChat(SessionTopic topic) {
    return calls
        .make(TopicCall.about(topic.chat(), Kind.CHECK_CHAT, 0))
        .compose(answer -> answer.verdict() == Verdict.DONE ? reopen(topic) : later(topic));
  }

  private Future<Void> reopen(SessionTopic topic) {
    return ask(topic, Kind.REOPEN)
        .compose(
            answer -> {
              if (TopicCalls.gone(answer)) {
                return lost(topic);
              }
              return answer.verdict() == Verdict.DONE ? found(topic) : later(topic);
            });
  }

  private Future<Void> found(SessionTopic topic) {
    return topics.found(topic.session(), topic.generation(), clock.instant()).mapEmpty();
  }

  private Future<Void> lost(SessionTopic topic) {
    return topics
        .lost(topic.session(), topic.generation(), NOTE, clock.instant())
        .compose(now -> now.state() == SessionTopic.State.DOUBTED ? later(topic) : report(now));
  }

  private static Future<Void> report(SessionTopic topic) {
    LOGGER
        .atWarn()
        .addKeyValue("session", topic.session())
        .addKeyValue("status", topic.state())
        .log("topic was deleted");
    return Future.succeededFuture();
  }

  private Future<Void> later(SessionTopic topic) {
    pauses.lengthen(topic.session().value(), clock.instant());
    return Future.succeededFuture();
  }

  private Future<TopicAnswer> ask(SessionTopic topic, Kind kind) {
    return calls.make(TopicCall.about(topic.chat(), kind, topic.thread()));
  }
}
