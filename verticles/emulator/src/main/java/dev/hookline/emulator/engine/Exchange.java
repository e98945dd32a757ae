package dev.hookline.emulator.engine;

import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.call.Call;
import dev.hookline.emulator.call.Done;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.call.Step;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Bytes;
import dev.hookline.emulator.world.World;
import java.util.Arrays;
import java.util.function.Consumer;

/** One call from its arrival to its answer, or to the certainty that there is none. */
public final class Exchange {

  private static final int DRIPS_PER_SECOND = 10;

  private final Engine engine;
  private final Bot bot;
  private final Request request;
  private final Line line;
  private final Draft draft;
  private final World world;

  private Runnable stopWaiting = () -> {};
  private boolean over;
  private boolean silent;
  private boolean byFault;

  Exchange(Engine engine, Bot bot, Request request, Line line, Draft draft) {
    this.engine = engine;
    this.bot = bot;
    this.request = request;
    this.line = line;
    this.draft = draft;
    this.world = engine.stage().world();
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

  Line line() {
    return line;
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

  // After a reset, what was under way has nothing left to have an effect on.
  private boolean isOfAnotherWorld() {
    boolean another = stage().world() != world;
    if (another) {
      end(Line.Ending.RST);
    }
    return another;
  }

  private void had(Reply reply, Consumer<Reply> then) {
    stopWaiting = () -> {};
    draft.committed |= reply.ok();
    tell(reply.ok() ? Verdict.OK : Verdict.REFUSED, reply, then);
  }

  private void refused(Refusal refusal, Consumer<Reply> then) {
    tell(refusal.isNotEmulated() ? Verdict.NOT_EMULATED : Verdict.REFUSED, refusal.reply(), then);
  }

  /** The verdict is there; what the caller hears of it is the fault's to say. */
  void tell(Verdict verdict, Reply reply, Consumer<Reply> then) {
    if (!over && !silent) {
      draft.verdict = verdict;
      draft.status = reply.status();
    }
    draft.reply = reply;
    boolean before = over;
    then.accept(reply);
    if (over == before) { // else its end is in the journal already
      engine.journal(draft);
    }
  }

  /** Answers as the Bot API does. */
  public void answer(Reply reply) {
    if (draft.reply == null) {
      draft.reply = reply;
      draft.verdict = Verdict.FAULT;
    }
    respond(Response.of(reply));
  }

  /** Answers with something that the call did not bring. */
  public void answerInstead(Response response) {
    byFault = true;
    respond(response);
  }

  // The record comes before the bytes: who has the answer finds it in the journal.
  private void respond(Response response) {
    if (over) {
      return;
    }
    byte[] bytes = response.bytes();
    draft.status = response.status();
    draft.bytesWritten += bytes.length;
    close(byFault ? Verdict.FAULT : draft.verdict);
    line.write(bytes);
    line.finish();
  }

  /** Writes part of a response, and ends the connection in good order. */
  public void answerPart(Response response, int from, int to) {
    if (over) {
      return;
    }
    draft.status = response.status();
    draft.bytesWritten += to - from;
    close(Verdict.UNANSWERED);
    line.write(Arrays.copyOfRange(response.bytes(), from, to));
    line.end(Line.Ending.FIN);
  }

  /** Writes the head at once and lets the body drip. */
  public void answerSlowly(Response response, int bytesPerSecond) {
    if (!over) {
      draft.status = response.status();
      write(response.head());
      drip(response.body(), 0, Math.max(1, bytesPerSecond / DRIPS_PER_SECOND), bytesPerSecond);
    }
  }

  private void drip(Bytes body, int from, int size, int bytesPerSecond) {
    if (over) {
      return;
    }
    if (from >= body.size()) {
      close(draft.verdict);
      line.finish();
      return;
    }
    int to = Math.min(body.size(), from + size);
    write(body.copy(from, to));
    later(1000L * size / bytesPerSecond, () -> drip(body, to, size, bytesPerSecond));
  }

  /** Ends the connection without an answer. */
  public void end(Line.Ending how) {
    if (!over) {
      close(Verdict.UNANSWERED);
      line.end(how);
    }
  }

  /** Leaves the caller without an answer and the connection open. */
  public void leaveOpen() {
    if (!over) {
      silent = true;
      draft.verdict = Verdict.UNANSWERED;
      engine.journal(draft);
    }
  }

  private void write(byte[] bytes) {
    draft.bytesWritten += bytes.length;
    line.write(bytes);
  }

  private void gone() {
    stopWaiting.run();
    if (!over) {
      close(Verdict.UNANSWERED);
    }
  }

  private void close(Verdict verdict) {
    over = true;
    draft.verdict = verdict;
    draft.answeredAt = stage().now();
    engine.closed(this);
  }
}
