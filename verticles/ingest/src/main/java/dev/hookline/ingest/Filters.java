package dev.hookline.ingest;

import dev.hookline.ingest.read.Batch;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.FilterAsked;
import dev.hookline.store.NewEvent;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has programs of other languages look at events before these are stored, one program after the
 * other, each event by itself. They get what has no secrets in it any more. Confined to the event
 * loop of its instance.
 */
final class Filters {

  private static final Logger LOGGER = LoggerFactory.getLogger(Filters.class);
  private static final int AT_ONCE = 16;

  private final List<FilterRule> rules;
  private final EventBus bus;
  private final Filtering filtering;
  private final Set<String> silent = new HashSet<>();

  Filters(List<FilterRule> rules, EventBus bus, Filtering filtering) {
    this.rules = rules;
    this.bus = bus;
    this.filtering = filtering;
  }

  /**
   * Has all filters look at the events.
   *
   * @return what they made of them, in the same order; fails with {@link
   *     FilterUnavailableException} when one does not answer that must
   */
  Future<Batch> apply(Batch batch) {
    Future<List<NewEvent>> filtered = Future.succeededFuture(batch.events());
    for (FilterRule rule : rules) {
      filtered = filtered.compose(events -> apply(rule, events));
    }
    return filtered.map(events -> new Batch(events, batch.refused()));
  }

  // All or nothing: after a first silence the rest of an open filter's events is not held up.
  private Future<List<NewEvent>> apply(FilterRule rule, List<NewEvent> events) {
    return from(0, rule, events)
        .onSuccess(answered -> answers(rule))
        .recover(
            cause -> {
              silence(rule, cause);
              return rule.closed()
                  ? Future.failedFuture(new FilterUnavailableException(rule.name(), cause))
                  : Future.succeededFuture(events);
            });
  }

  private Future<List<NewEvent>> from(int start, FilterRule rule, List<NewEvent> events) {
    if (start >= events.size()) {
      return Future.succeededFuture(List.of());
    }
    int end = Math.min(events.size(), start + AT_ONCE);
    List<Future<NewEvent>> asked =
        events.subList(start, end).stream().map(event -> ask(rule, event)).toList();
    return Future.all(asked)
        .compose(
            all ->
                from(end, rule, events)
                    .map(
                        rest ->
                            Stream.concat(all.<NewEvent>list().stream(), rest.stream()).toList()));
  }

  private Future<NewEvent> ask(FilterRule rule, NewEvent event) {
    FilterAsked asked =
        new FilterAsked(rule.name(), event.event().toJson(), rule.patience().toMillis());
    return Addresses.ASK_FILTER
        .request(bus, asked, rule.patience())
        .map(answered -> filtering.of(event, rule.name(), answered.answer()));
  }

  private void answers(FilterRule rule) {
    if (silent.remove(rule.name())) {
      LOGGER.atInfo().addKeyValue("filter", rule.name()).log("the filter answers again");
    }
  }

  // Once: each event would say it again.
  private void silence(FilterRule rule, Throwable cause) {
    if (silent.add(rule.name())) {
      LOGGER
          .atWarn()
          .addKeyValue("filter", rule.name())
          .addKeyValue("why", cause.getMessage())
          .log(
              rule.closed()
                  ? "the filter does not answer: events are refused until it does"
                  : "the filter does not answer: events pass unfiltered until it does");
    }
  }
}
