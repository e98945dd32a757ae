package dev.hookline.telegram.command;

import dev.hookline.store.QueuedReply;
import dev.hookline.store.Replies;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/** Shows what was written for a session's agent and waits for it. */
final class Queue extends Plain {

  private static final int LONGEST = 60;

  private final Replies replies;

  Queue(Replies replies) {
    super("queue", "what waits for this agent", Right.READ);
    this.replies = replies;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    return asked
        .session()
        .map(topic -> replies.waiting(topic.session()).map(Queue::words))
        .orElseGet(() -> Future.succeededFuture("Write /queue in the topic of a session."))
        .map(Outcome::say);
  }

  private static String words(List<QueuedReply> waiting) {
    return waiting.isEmpty()
        ? "Nothing waits for the agent."
        : "Waiting for the agent:" + lines(waiting);
  }

  /** One line for each text: who wrote it, and how it begins. */
  static String lines(List<QueuedReply> texts) {
    return texts.stream()
        .map(one -> "\n• " + one.name() + ": " + brief(one))
        .collect(Collectors.joining());
  }

  /** How a text begins. */
  static String brief(QueuedReply text) {
    return Labels.of(text.text(), LONGEST);
  }
}
