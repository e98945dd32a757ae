package dev.hookline.telegram.command;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Arrangement;
import dev.hookline.store.QueuedReply;
import dev.hookline.store.Replies;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;
import java.util.List;

/**
 * Takes back what was written for a session's agent and waits for it: what one message says when
 * the command replies to it, else all of it. What is on its way already cannot be taken back, and
 * the answer says so.
 */
final class Cancel extends Plain {

  private static final String NOTHING = "Nothing waits for the agent.";
  private static final String MEANWHILE =
      "Too late: some of it was given to the agent meanwhile. The rest is taken back.";

  private final Replies replies;

  Cancel(Replies replies) {
    super("cancel", "take back what waits for this agent", Right.REPLY);
    this.replies = replies;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    return asked
        .session()
        .map(topic -> takeBack(topic.session(), asked.repliesTo()))
        .orElseGet(
            () -> Future.succeededFuture(Outcome.say("Write /cancel in the topic of a session.")));
  }

  private Future<Outcome> takeBack(SessionKey session, long message) {
    return replies
        .waiting(session)
        .map(all -> all.stream().filter(one -> message == 0 || one.message() == message).toList())
        .compose(
            meant ->
                meant.isEmpty()
                    ? replies
                        .written(session, message)
                        .map(found -> Outcome.say(found.map(Cancel::tooLate).orElse(NOTHING)))
                    : Future.succeededFuture(takeBack(session, meant)));
  }

  private static Outcome takeBack(SessionKey session, List<QueuedReply> meant) {
    List<Long> places = meant.stream().map(QueuedReply::place).toList();
    return Outcome.say(
        new Arrangement.TakeBack(session, places, MEANWHILE), "Taken back:" + Queue.lines(meant));
  }

  private static String tooLate(QueuedReply text) {
    String words = "“" + Queue.brief(text) + "” ";
    return switch (text.state()) {
      case WAITING -> words + "waits again: write /cancel once more.";
      case GIVEN -> words + "is on its way to the agent: too late to take it back.";
      case DELIVERED -> words + "cannot be taken back: the agent has it.";
      case DOUBTED -> words + "cannot be taken back: the agent may have it.";
      case CANCELLED -> words + "was taken back already.";
    };
  }
}
