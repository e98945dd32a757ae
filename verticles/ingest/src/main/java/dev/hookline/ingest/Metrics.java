package dev.hookline.ingest;

import dev.hookline.store.Totals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

/** The store's sums in the words of Prometheus. Confined to one event loop. */
final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private Totals totals;
  private Duration oldest;

  Metrics() {
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
  }

  /**
   * What stands in the answer.
   *
   * @param oldest how long the oldest event has been waiting
   */
  String of(Totals totals, Duration oldest) {
    this.totals = totals;
    this.oldest = oldest;
    return registry.scrape();
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
}
