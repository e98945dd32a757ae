package dev.hookline.emulator.engine;

import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.world.Bytes;
import java.util.Arrays;

/**
 * The one who waits for an answer: what they are told, if anything. They are told once; what comes
 * later is lost. The journal hears of the end before they do: who has the answer finds it there.
 */
public final class Caller {

  private static final int DRIPS_PER_SECOND = 10;

  private final Engine engine;
  private final Exchange exchange;
  private final Draft draft;
  private final Line line;

  private boolean over;
  private boolean silent;

  Caller(Engine engine, Exchange exchange, Draft draft, Line line) {
    this.engine = engine;
    this.exchange = exchange;
    this.draft = draft;
    this.line = line;
  }

  /** Answers as the Bot API does. */
  public void answer(Reply reply) {
    if (draft.reply == null) {
      draft.reply = reply;
      draft.verdict = Verdict.FAULT;
    }
    respond(Response.of(reply), draft.verdict);
  }

  /** Answers with something that the call did not bring. */
  public void answerInstead(Response response) {
    respond(response, Verdict.FAULT);
  }

  private void respond(Response response, Verdict verdict) {
    if (over) {
      return;
    }
    byte[] bytes = response.bytes();
    draft.status = response.status();
    draft.bytesWritten += bytes.length;
    close(verdict);
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
      drip(response.body(), 0, bytesPerSecond);
    }
  }

  private void drip(Bytes body, int from, int bytesPerSecond) {
    if (over) {
      return;
    }
    int size = Math.max(1, bytesPerSecond / DRIPS_PER_SECOND);
    int to = Math.min(body.size(), from + size);
    write(body.copy(from, to));
    if (to == body.size()) {
      close(draft.verdict);
      line.finish();
    } else {
      exchange.later(1000L * size / bytesPerSecond, () -> drip(body, to, bytesPerSecond));
    }
  }

  private void write(byte[] bytes) {
    draft.bytesWritten += bytes.length;
    line.write(bytes);
  }

  /** Ends the connection without an answer. */
  public void hangUp(Line.Ending how) {
    if (!over) {
      close(Verdict.UNANSWERED);
      line.end(how);
    }
  }

  /** Says nothing, and leaves the connection open. */
  public void leaveWaiting() {
    if (!over) {
      silent = true;
      draft.verdict = Verdict.UNANSWERED;
      engine.journal(draft);
    }
  }

  /** They went away. */
  void gone() {
    if (!over) {
      close(Verdict.UNANSWERED);
    }
  }

  /** Whether it is certain what they were told. */
  boolean isOver() {
    return over;
  }

  /** Whether they can still be told what comes of the call. */
  boolean listens() {
    return !over && !silent;
  }

  private void close(Verdict verdict) {
    over = true;
    draft.verdict = verdict;
    draft.answeredAt = exchange.stage().now();
    engine.closed(exchange);
  }
}
