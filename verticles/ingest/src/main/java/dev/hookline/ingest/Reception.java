package dev.hookline.ingest;

import dev.hookline.ingest.hook.Agents;
import dev.hookline.ingest.hook.Firing;
import dev.hookline.ingest.hook.HookReader;
import dev.hookline.ingest.read.Batch;
import dev.hookline.ingest.read.BatchReader;
import dev.hookline.ingest.read.EventReader;
import dev.hookline.ingest.read.Flaw;
import dev.hookline.ingest.read.RefusedException;
import dev.hookline.ingest.read.StrictJson;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/**
 * Reads what came in, has it stored, and words the answer. Confined to the event loop of its
 * instance; large bodies are read on a worker thread, so that they do not keep others waiting.
 */
final class Reception {

  private static final int LARGE = 64 * 1024;

  private final Vertx vertx;
  private final Clock clock;
  private final Acceptance acceptance;
  private final BatchReader batches;
  private final Agents agents;

  Reception(Vertx vertx, Clock clock, Acceptance acceptance, long chat, Supplier<String> ids) {
    this.vertx = vertx;
    this.clock = clock;
    this.acceptance = acceptance;
    this.batches = new BatchReader(new EventReader(chat, ids));
    this.agents = new Agents(chat, ids);
  }

  /**
   * Takes canonical events.
   *
   * <p>What is right is taken, even beside what is wrong, and then the answer is 200: nothing is to
   * be sent again, and what was refused is listed. A sender that repeats whatever was not answered
   * with 2xx would otherwise repeat a bad line for ever, and all the good ones with it. When
   * nothing could be taken the answer is 400, which says not to repeat it either. 503 alone asks
   * for the same again.
   *
   * @param lines whether the content type says that each line is an event
   */
  Future<Reply> events(byte[] body, boolean lines) {
    Instant now = clock.instant();
    return work(body.length, () -> batches.read(StrictJson.text(body), lines, now))
        .compose(this::events);
  }

  /** Takes an agent's raw hook event. The empty answer tells the agent to go on as it would. */
  Future<Reply> hook(HookReader agent, byte[] body, Firing firing) {
    Instant now = clock.instant();
    return work(body.length, () -> readHook(agent, body, firing, now))
        .compose(acceptance::accept)
        .map(receipts -> Reply.done());
  }

  /** Whose hook events are understood. */
  Agents agents() {
    return agents;
  }

  private Future<Reply> events(Batch batch) {
    if (batch.hopeless()) {
      return Future.succeededFuture(Reply.problem(Problem.badInput(batch.refused())));
    }
    return acceptance
        .accept(batch.events())
        .map(receipts -> Reply.json(200, acknowledgement(receipts, batch)));
  }

  private static JsonObject acknowledgement(List<Receipt> receipts, Batch batch) {
    JsonObject ackedThrough = new JsonObject();
    for (Receipt receipt : receipts) {
      if (receipt.ackedThrough() != null) {
        long before = ackedThrough.getLong(receipt.source(), -1L);
        ackedThrough.put(receipt.source(), Math.max(before, receipt.ackedThrough()));
      }
    }
    long duplicates = receipts.stream().filter(Receipt::duplicate).count();
    JsonObject answer =
        new JsonObject()
            .put("accepted", receipts.size() - duplicates)
            .put("duplicates", duplicates)
            .put("acked_through", ackedThrough);
    return batch.refused().isEmpty()
        ? answer
        : answer.put("refused", Problem.describe(batch.refused()));
  }

  private static List<NewEvent> readHook(
      HookReader agent, byte[] body, Firing firing, Instant now) {
    if (StrictJson.parse(StrictJson.text(body)) instanceof JsonObject json) {
      return agent.read(json, firing, now);
    }
    throw new RefusedException(Flaw.whole("it is not a JSON object, as every hook event is"));
  }

  private <T> Future<T> work(int size, Callable<T> reading) {
    return size > LARGE
        ? vertx.executeBlocking(reading, false)
        : Future.<Void>succeededFuture().compose(ignored -> call(reading));
  }

  private static <T> Future<T> call(Callable<T> reading) {
    try {
      return Future.succeededFuture(reading.call());
    } catch (Exception wrong) {
      return Future.failedFuture(wrong);
    }
  }
}
