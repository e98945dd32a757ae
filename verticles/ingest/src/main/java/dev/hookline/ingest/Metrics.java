package dev.hookline.ingest;

import dev.hookline.messages.NodeState;
import dev.hookline.messages.SettingsState;
import dev.hookline.messages.VerticleState;
import dev.hookline.messages.trace.Traces;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Totals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The store's sums in the words of Prometheus, and how this process does. Confined to one event
 * loop.
 *
 * <p>Every event that was accepted is in one of five of them, always:
 *
 * <pre>
 * hookline_events_accepted_total = hookline_events_shown_total + hookline_events_hushed_total
 *     + hookline_events_kept_total + hookline_events_parked + hookline_events_waiting
 * </pre>
 *
 * Shown are also those that share a message with others, or were edited into one. A counter never
 * falls, also when its events are taken out of the store. What begins with {@code hookline_} is the
 * same on every node at one store, but for {@code hookline_node_}: take the greatest, not the sum.
 * What does not is this node's.
 */
final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final NodeState node;
  private final MultiGauge instances = verticles("instances", "Instances of the verticle that run");
  private final MultiGauge failed =
      verticles("failed", "1 when the last change of the verticle did not succeed");
  private final MultiGauge changes = verticles("changes", "Changes of the verticle that succeeded");
  private final MultiGauge failures = verticles("failures", "Changes that did not succeed");
  private Totals totals;
  private Duration oldest;
  private List<ChatSummary> chats;

  /** Registers all of them. */
  Metrics(NodeState node, Traces traces) {
    this.node = node;
    Gauge.builder("hookline.node.settings.in.force", node, Metrics::inForce)
        .description("0 while what the settings' files say is not what runs")
        .register(registry);
    counter("hookline.events.accepted", "Events acknowledged", Totals::accepted);
    counter("hookline.events.shown", "Events that Telegram shows", Totals::shown);
    counter("hookline.events.hushed", "Events kept out of the chat", Totals::hushed);
    counter("hookline.events.kept", "Events without a place in a chat", Totals::kept);
    gauge("hookline.events.parked", "Events that could not be shown", Totals::parked);
    gauge("hookline.events.waiting", "Events still to be shown", Totals::waiting);
    gauge("hookline.entries.doubted", "Messages of unknown outcome now", Totals::doubted);
    counter("hookline.messages.uncertain", "Messages that may be twice", Totals::uncertain);
    gauge("hookline.events.missing", "Sequence numbers that never arrived", Totals::gaps);
    Gauge.builder("hookline.events.waiting.oldest", this, now -> now.oldest.toMillis() / 1000.0)
        .description("Age of the oldest event still to be shown")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("hookline.chat.calls", this, Metrics::calls)
        .description("Calls in the last minute, of the chat with most")
        .register(registry);
    Gauge.builder("hookline.chats.stopped", this, Metrics::stopped)
        .description("Chats that take no messages at present")
        .register(registry);
    if (traces.on()) {
      spans("exported", "Spans that the collector took", traces, Traces::exported);
      spans("dropped", "Spans that it never got", traces, Traces::dropped);
    }
    new JvmMemoryMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /**
   * What stands in the answer.
   *
   * @param oldest how long the oldest event has been waiting
   * @param chats those that are served
   */
  String of(Totals totals, Duration oldest, List<ChatSummary> chats) {
    this.totals = totals;
    this.oldest = oldest;
    this.chats = chats;
    tell(instances, VerticleState::instances);
    tell(failed, state -> state.failed() ? 1 : 0);
    tell(changes, VerticleState::changes);
    tell(failures, VerticleState::failures);
    return registry.scrape();
  }

  private void spans(
      String what, String description, Traces traces, ToDoubleFunction<Traces> count) {
    FunctionCounter.builder("hookline.node.spans." + what, traces, count)
        .description(description)
        .register(registry);
  }

  private MultiGauge verticles(String what, String description) {
    return MultiGauge.builder("hookline.node.verticle." + what)
        .description(description)
        .register(registry);
  }

  private void tell(MultiGauge gauge, ToDoubleFunction<VerticleState> value) {
    gauge.register(
        node.verticles().stream()
            .<MultiGauge.Row<?>>map(
                state ->
                    MultiGauge.Row.of(
                        Tags.of("verticle", state.name()), value.applyAsDouble(state)))
            .toList(),
        true);
  }

  private static double inForce(NodeState node) {
    return node.settings().map(SettingsState::inForce).orElse(true) ? 1 : 0;
  }

  private void counter(String name, String description, ToDoubleFunction<Totals> sum) {
    FunctionCounter.builder(name, this, now -> sum.applyAsDouble(now.totals))
        .description(description)
        .register(registry);
  }

  private void gauge(String name, String description, ToDoubleFunction<Totals> sum) {
    Gauge.builder(name, this, now -> sum.applyAsDouble(now.totals))
        .description(description)
        .register(registry);
  }

  private double calls() {
    return chats.stream().mapToInt(ChatSummary::callsInWindow).max().orElse(0);
  }

  private double stopped() {
    return chats.stream().filter(chat -> chat.lease().suspended() != null).count();
  }
}
