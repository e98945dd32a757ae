package dev.hookline.ingest;

import dev.hookline.messages.NodeState;
import dev.hookline.messages.trace.Traces;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Store;
import dev.hookline.store.Totals;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Tells how many events were taken and what became of them: accepted = shown + hushed + kept +
 * parked + waiting. The sums are the store's, so all nodes at one store tell the same. Confined to
 * one event loop.
 */
final class Accounts {

  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final Clock clock;
  private final Recent<Totals> totals;
  private final Recent<List<ChatSummary>> chats;
  private final NodeState node;
  private final Traces traces;
  private Metrics metrics; // made when somebody asks: most never do

  Accounts(Store store, NodeState node, Traces traces) {
    this.clock = store.clock();
    this.node = node;
    this.traces = traces;
    this.totals = new Recent<>(() -> store.overview().totals());
    this.chats = new Recent<>(() -> store.overview().chats());
  }

  /** The sums as JSON. */
  Future<Reply> json() {
    return totals.get().map(this::json).otherwise(Accounts::unknown);
  }

  /** The sums as Prometheus reads them. */
  Future<Reply> metrics() {
    return Future.all(totals.get(), chats.get())
        .map(known -> Reply.text(PROMETHEUS, scraped(known.resultAt(0), known.resultAt(1))))
        .otherwise(Accounts::unknown);
  }

  private String scraped(Totals sums, List<ChatSummary> served) {
    if (metrics == null) {
      metrics = new Metrics(node, traces);
    }
    return metrics.of(sums, age(sums), served);
  }

  /** What runs on this node, as JSON. */
  Reply node() {
    return Reply.json(200, node.toJson());
  }

  /** Time passes. */
  void tick() {
    totals.tick();
    chats.tick();
  }

  private Reply json(Totals sums) {
    return Reply.json(
        200,
        new JsonObject()
            .put("accepted", sums.accepted())
            .put("shown", sums.shown())
            .put("hushed", sums.hushed())
            .put("kept", sums.kept())
            .put("parked", sums.parked())
            .put("waiting", sums.waiting())
            .put("oldestWaitingSeconds", age(sums).toSeconds())
            .put("doubted", sums.doubted())
            .put("uncertain", sums.uncertain())
            .put("gaps", sums.gaps()));
  }

  // The nodes' clocks may differ by a little: an event that has just come is not from the future.
  private Duration age(Totals sums) {
    Duration age =
        sums.oldestWaiting() == null
            ? Duration.ZERO
            : Duration.between(sums.oldestWaiting(), clock.instant());
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static Reply unknown(Throwable cause) {
    return Reply.problem(
        Problem.of(503, "Not known", "the store cannot be read: " + cause.getMessage()));
  }
}
