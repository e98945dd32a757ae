package dev.hookline.ingest;

import dev.hookline.ingest.hook.Agents;
import dev.hookline.ingest.hook.HookReader;
import dev.hookline.ingest.read.Batch;
import dev.hookline.ingest.read.BatchReader;
import dev.hookline.ingest.read.EventReader;
import dev.hookline.ingest.read.Flaw;
import dev.hookline.ingest.read.RefusedException;
import dev.hookline.ingest.read.StrictJson;
import dev.hookline.messages.trace.TraceParent;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Has what came in read and stored, and words the answer. Confined to the event loop of its
 * instance.
 */
final class Reception {

  private final Reading reading;
  private final Acceptance acceptance;
  private final Asking asking;
  private final Listening listening;
  private final BatchReader batches;
  private final Agents agents;

  Reception(
      Reading reading,
      Acceptance acceptance,
      Asking asking,
      Listening listening,
      long chat,
      Supplier<String> ids) {
    this.reading = reading;
    this.acceptance = acceptance;
    this.asking = asking;
    this.listening = listening;
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
   * @param parent what caused those events that do not say it themselves; null when nobody says
   */
  Future<Reply> events(byte[] body, boolean lines, TraceParent parent) {
    return reading
        .read(body.length, now -> batches.read(StrictJson.text(body), lines, now))
        .map(batch -> batch.under(parent))
        .compose(this::events);
  }

  /**
   * Takes an agent's raw hook event. The empty answer tells the agent to go on as it would. A
   * question is answered when somebody has decided it, and at once when nobody could. An agent that
   * can be told something is told what somebody wrote to it.
   */
  Future<Reply> hook(HookReader agent, byte[] body, Sender sender) {
    AtomicReference<Wishes> wishes = new AtomicReference<>();
    return reading
        .read(body.length, now -> readHook(agent, body, sender, now, wishes))
        .map(batch -> batch.under(sender.parent()))
        .compose(batch -> answer(wishes.get(), batch.events(), sender));
  }

  private Future<Reply> answer(Wishes wishes, List<NewEvent> events, Sender sender) {
    if (sender.waiting() == Waiting.NO) {
      return listening.accept(events, sender);
    }
    if (wishes.asks().isPresent() && asking.canAnswer()) {
      return asking.ask(wishes.asks().get(), events, sender);
    }
    return wishes.hears().isPresent()
        ? listening.listen(wishes.hears().get(), events, sender)
        : listening.accept(events, sender);
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

  private static Batch readHook(
      HookReader agent, byte[] body, Sender sender, Instant now, AtomicReference<Wishes> wishes) {
    if (StrictJson.parse(StrictJson.text(body)) instanceof JsonObject json) {
      Batch batch = new Batch(agent.read(json, sender.firing(), now), List.of());
      wishes.set(Wishes.of(agent, json, sender.waiting()));
      return batch;
    }
    throw new RefusedException(Flaw.whole("it is not a JSON object, as every hook event is"));
  }
}
