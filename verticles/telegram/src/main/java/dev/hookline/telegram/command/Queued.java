package dev.hookline.telegram.command;

import dev.hookline.store.QueuedReply;
import dev.hookline.store.Replies;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/** What was written for a session's agent and waits for it; or takes that back. */
final class Queued extends Plain {

  private static final int LONGEST = 60;

  private final Replies replies;
  private final boolean takesBack;

  private Queued(Replies replies, String name, String does, Right needed, boolean takesBack) {
    super(name, does, needed);
    this.replies = replies;
    this.takesBack = takesBack;
  }

  /** Shows what waits. */
  static Queued queue(Replies replies) {
    return new Queued(replies, "queue", "what waits for this agent", Right.READ, false);
  }

  /** Takes back what waits. */
  static Queued cancel(Replies replies) {
    return new Queued(replies, "cancel", "take back what waits for this agent", Right.REPLY, true);
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    return asked
        .session()
        .map(
            topic ->
                takesBack
                    ? replies.cancel(topic.session(), asked.now()).map(this::words)
                    : replies.waiting(topic.session()).map(this::words))
        .orElseGet(() -> Future.succeededFuture("Write /" + name() + " in the topic of a session."))
        .map(Outcome::say);
  }

  private String words(List<QueuedReply> texts) {
    if (texts.isEmpty()) {
      return "Nothing waits for the agent.";
    }
    String lines =
        texts.stream()
            .map(one -> "\n• " + one.name() + ": " + Labels.of(one.text(), LONGEST))
            .collect(Collectors.joining());
    return (takesBack ? "Taken back:" : "Waiting for the agent:") + lines;
  }
}
