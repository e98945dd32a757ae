package dev.hookline.ingest;

import dev.hookline.ingest.hook.AgentAnswer;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.Approvals;
import dev.hookline.store.NewApproval;
import dev.hookline.store.NewEvent;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes in an agent's question, and holds its exchange until there is an answer. The question is in
 * the store before its event is, so that no message goes out without its buttons. Confined to the
 * event loop of its instance.
 */
final class Asking {

  private final Approvals approvals;
  private final Acceptance acceptance;
  private final Holding holding;
  private final Supplier<String> ids;
  private final Clock clock;
  private final Duration patience;

  /**
   * @param patience how long an agent waits; zero when nobody may answer, and so nobody waits
   */
  Asking(
      Approvals approvals,
      Acceptance acceptance,
      Holding holding,
      Supplier<String> ids,
      Clock clock,
      Duration patience) {
    this.approvals = approvals;
    this.acceptance = acceptance;
    this.holding = holding;
    this.ids = ids;
    this.clock = clock;
    this.patience = patience;
  }

  /** Whether anybody could answer. */
  boolean canAnswer() {
    return !patience.isZero();
  }

  /**
   * Takes the question in.
   *
   * @param events what was read from the hook, with its question among them
   * @return what to answer, in the end
   */
  Future<Reply> ask(AgentAnswer answer, List<NewEvent> events, Sender sender) {
    Optional<HookEvent> question =
        events.stream().map(NewEvent::event).filter(Terminal::asks).findFirst();
    if (question.isEmpty()) {
      return acceptance.accept(events).map(Reply.done());
    }
    NewApproval asked = asked(question.get(), answer.patience(patience));
    return approvals
        .hold(asked, clock.instant())
        .compose(approval -> acceptance.accept(events).map(approval))
        .compose(
            approval ->
                sender.waiting() == Waiting.LATER
                    ? Future.succeededFuture(Reply.done())
                    : holding.hold(
                        approval.id(),
                        new Held(
                            asked, question.get(), answer, sender.returns(), Promise.promise()),
                        sender.closed()));
  }

  private NewApproval asked(HookEvent question, Duration atMost) {
    Instant now = clock.instant();
    return new NewApproval(
        ids.get(),
        question.source(),
        question.id(),
        question.session(),
        Likeness.of(question),
        now.plus(atMost),
        now.plus(Holding.TRUST));
  }
}
