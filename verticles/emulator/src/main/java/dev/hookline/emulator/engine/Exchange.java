package dev.hookline.emulator.engine;

import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.World;
import java.util.function.Consumer;

/** One call from its arrival to its effect. What its caller hears of it is another matter. */
public final class Exchange {

  private final Engine engine;
  private final Bot bot;
  private final Request request;
  private final Draft draft;
  private final World world;
  private final Caller caller;

  private Runnable stopWaiting = () -> {};

  Exchange(Engine engine, Bot bot, Request request, Line line, Draft draft) {
    this.engine = engine;
    this.bot = bot;
    this.request = request;
    this.draft = draft;
    this.world = engine.stage().world();
    this.caller = new Caller(engine, this, draft, line);
    line.onGone(this::gone);
  }

  public Bot bot() {
    return bot;
  }

  public Request request() {
    return request;
  }

  public Stage stage() {
    return engine.stage();
  }

  public Caller caller() {
    return caller;
  }

  Draft draft() {
    return draft;
  }

  /** Runs something later, on the emulator's time. */
  public void later(long millis, Runnable action) {
    stage().time().after(millis, action);
  }

  /** Lets the call be, once more each time it is called. */
  public void run(Consumer<Reply> then) {
    if (isOfAnotherWorld()) {
      return;
    }
    try {
      Call call = new Call(bot, request.args(), draft.violations);
      Step step = engine.check(draft, request, call);
      if (step instanceof Step.Wait wait) {
        stopWaiting = wait.answering().begin(reply -> had(reply, then));
      } else if (step instanceof Step.Act act) {
        engine.whenAllowed(this, act, then);
      }
    } catch (Refusal refusal) {
      refused(refusal, then);
    }
  }

  /** Has the effect now. */
  void take(Step.Act act, Consumer<Reply> then) {
    if (isOfAnotherWorld()) {
      return;
    }
    try {
      Done done = act.effect().take();
      draft.messageIds.addAll(done.messageIds());
      had(done.reply(), then);
    } catch (Refusal refusal) {
      refused(refusal, then);
    }
  }

  /** The verdict is there; what the caller hears of it is the fault's to say. */
  void tell(Verdict verdict, Reply reply, Consumer<Reply> then) {
    if (caller.listens()) {
      draft.verdict = verdict;
      draft.status = reply.status();
    }
    draft.reply = reply;
    boolean before = caller.isOver();
    then.accept(reply);
    if (caller.isOver() == before) { // else its end is in the journal already
      engine.journal(draft);
    }
  }

  private void had(Reply reply, Consumer<Reply> then) {
    stopWaiting = () -> {};
    draft.committed |= reply.ok();
    tell(reply.ok() ? Verdict.OK : Verdict.REFUSED, reply, then);
  }

  private void refused(Refusal refusal, Consumer<Reply> then) {
    Verdict verdict = refusal.isNotEmulated() ? Verdict.NOT_EMULATED : Verdict.REFUSED;
    tell(verdict, refusal.reply(), then);
  }

  // After a reset, what was under way has nothing left to have an effect on.
  private boolean isOfAnotherWorld() {
    boolean another = stage().world() != world;
    if (another) {
      caller.hangUp(Line.Ending.RST);
    }
    return another;
  }

  private void gone() {
    stopWaiting.run();
    caller.gone();
  }
}
