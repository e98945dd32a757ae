package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Receipt;
import dev.hookline.store.SessionTopic;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What taking events in must do. */
public abstract class EventsContract extends StoreContract {

  protected EventsContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void numbers_a_sessions_events_from_one_without_holes() {
    accept(Sample.event(ONE, "a"), Sample.event(ONE, "b"));
    accept(Sample.event(ONE, "c"));

    assertThat(view(ONE).fresh())
        .extracting(FreshEvent::seq, item -> item.event().id())
        .containsExactly(tuple(1L, "a"), tuple(2L, "b"), tuple(3L, "c"));
  }

  @Test
  void gives_each_session_numbers_of_its_own() {
    accept(Sample.event(ONE, "a"), Sample.event(TWO, "b"), Sample.event(ONE, "c"));

    assertThat(fresh(ONE)).containsExactly(1L, 2L);
    assertThat(fresh(TWO)).containsExactly(1L);
  }

  @Test
  void gives_an_event_back_as_it_came() {
    HookEvent event =
        new HookEvent(
            "a source",
            "an id",
            EventType.TOOL_START,
            ONE,
            NOW.plusNanos(123_456_789),
            "Grüße 🎉 'quoted' -- and ; semicolons\n\u0001",
            new JsonObject().put("input", new JsonObject().put("deep", 1)),
            7L);

    accept(NewEvent.of(event, CHAT, NOW));

    assertThat(view(ONE).fresh()).containsExactly(new FreshEvent(1, NOW, event));
  }

  @Test
  void takes_an_event_that_is_sent_again_as_one() {
    accept(Sample.event(ONE, "a"));

    List<Receipt> again = accept(Sample.event(ONE, "a"), Sample.event(ONE, "b"));

    assertThat(again).extracting(Receipt::duplicate).containsExactly(true, false);
    assertThat(fresh(ONE)).containsExactly(1L, 2L);
  }

  @Test
  void takes_an_event_that_is_twice_in_one_batch_as_one() {
    NewEvent event = Sample.event(ONE, "a");

    assertThat(accept(event, event, Sample.event(ONE, "a")))
        .extracting(Receipt::duplicate)
        .containsExactly(false, true, true);
    assertThat(fresh(ONE)).containsExactly(1L);
  }

  @Test
  void tells_events_of_two_sources_with_the_same_id_apart() {
    accept(Sample.event(ONE, "a"));

    assertThat(accept(Sample.event(TWO, "a")).get(0).duplicate()).isFalse();
  }

  @Test
  void takes_a_firing_that_repeats_inside_its_window_as_one() {
    accept(Sample.firing(ONE, "a", "key", NOW));

    Receipt second = accept(Sample.firing(ONE, "b", "key", NOW.plusMillis(1_999))).get(0);

    assertThat(second.duplicate()).isTrue();
    assertThat(fresh(ONE)).containsExactly(1L);
  }

  @Test
  void takes_a_firing_that_repeats_in_the_same_batch_as_one() {
    assertThat(accept(Sample.firing(ONE, "a", "key", NOW), Sample.firing(ONE, "b", "key", NOW)))
        .extracting(Receipt::duplicate)
        .containsExactly(false, true);
  }

  @Test
  void takes_the_same_firing_after_its_window_as_two() {
    accept(Sample.firing(ONE, "a", "key", NOW));

    Receipt second = accept(Sample.firing(ONE, "b", "key", NOW.plusMillis(2_000))).get(0);

    assertThat(second.duplicate()).isFalse();
  }

  @Test
  void tells_firings_of_two_sources_with_the_same_key_apart() {
    accept(Sample.firing(ONE, "a", "key", NOW));

    assertThat(accept(Sample.firing(TWO, "b", "key", NOW)).get(0).duplicate()).isFalse();
  }

  @Test
  void never_takes_a_numbered_event_for_a_repetition() {
    accept(repeating(Sample.numbered(ONE, 1)));

    Receipt second = accept(repeating(Sample.numbered(ONE, 2))).get(0);

    assertThat(second.duplicate()).isFalse();
    assertThat(second.ackedThrough()).isEqualTo(2);
  }

  @Test
  void acknowledges_a_sources_numbers_up_to_the_first_hole() {
    assertThat(accept(Sample.numbered(ONE, 1), Sample.numbered(ONE, 2), Sample.numbered(ONE, 4)))
        .extracting(Receipt::ackedThrough)
        .containsOnly(2L);
  }

  @Test
  void acknowledges_what_came_before_when_a_hole_is_filled() {
    accept(Sample.numbered(ONE, 1), Sample.numbered(ONE, 3), Sample.numbered(ONE, 4));

    assertThat(accept(Sample.numbered(ONE, 2)).get(0).ackedThrough()).isEqualTo(4);
  }

  @Test
  void acknowledges_the_number_of_a_duplicate_too() {
    accept(Sample.numbered(ONE, 1), Sample.numbered(ONE, 2));

    assertThat(accept(Sample.numbered(ONE, 1)).get(0).ackedThrough()).isEqualTo(2);
  }

  @Test
  void begins_anew_at_a_lower_number_that_comes_late() {
    accept(Sample.numbered(ONE, 5), Sample.numbered(ONE, 6));

    assertThat(accept(Sample.numbered(ONE, 3)).get(0).ackedThrough()).isEqualTo(3);
    assertThat(accept(Sample.numbered(ONE, 4)).get(0).ackedThrough()).isEqualTo(6);
  }

  @Test
  void acknowledges_no_number_to_a_source_that_does_not_count() {
    assertThat(accept(Sample.event(ONE, "a")).get(0).ackedThrough()).isNull();
  }

  @Test
  void keeps_an_event_that_has_no_place_in_a_chat_and_does_not_put_it_in_order() {
    accept(Sample.typed(EventType.TURN_COMPLETE, ONE, "a"), Sample.event(ONE, "b"));

    assertThat(fresh(ONE)).containsExactly(2L);
    assertThat(result(store.overview().totals()).kept()).isEqualTo(1);
  }

  @Test
  void leaves_a_session_in_the_chat_that_it_began_in() {
    accept(Sample.event(ONE, "a"));

    accept(NewEvent.of(Sample.event(ONE, "b").event(), -2002, NOW));

    assertThat(topic(ONE).chat()).isEqualTo(CHAT);
  }

  @Test
  void learns_about_a_session_when_it_is_told() {
    accept(Sample.event(ONE, "a"));

    accept(Sample.with(about("claude", "laptop"), ONE, "b"));
    accept(Sample.with(about("other", ""), ONE, "c"));

    assertThat(topic(ONE))
        .extracting(SessionTopic::agent, SessionTopic::host, SessionTopic::project)
        .containsExactly("claude", "laptop", "/work");
  }

  @Test
  void takes_a_batch_that_is_larger_than_any_statement() {
    NewEvent[] many =
        IntStream.range(0, 1_500)
            .mapToObj(i -> Sample.numbered(i % 2 == 0 ? ONE : TWO, i / 2))
            .toArray(NewEvent[]::new);

    List<Receipt> receipts = accept(many);

    assertThat(receipts).noneMatch(Receipt::duplicate);
    assertThat(receipts).extracting(Receipt::ackedThrough).containsOnly(749L);
    assertThat(result(store.overview().totals()).accepted()).isEqualTo(1_500);
  }

  @Test
  void takes_nothing_at_all() {
    assertThat(accept()).isEmpty();
  }

  @Test
  void loses_and_doubles_nothing_when_many_threads_send_the_same_events_at_once() {
    List<NewEvent> events =
        IntStream.range(0, 200).mapToObj(i -> Sample.event(ONE, "e-" + i)).toList();

    List<Receipt> receipts =
        AtOnce.run(8, thread -> events.stream().flatMap(e -> accept(e).stream()).toList()).stream()
            .flatMap(List::stream)
            .toList();

    assertThat(receipts).hasSize(1_600);
    assertThat(receipts.stream().filter(receipt -> !receipt.duplicate())).hasSize(200);
    assertThat(fresh(ONE)).isEqualTo(LongStream.rangeClosed(1, 200).boxed().toList());
  }

  private static NewEvent repeating(NewEvent numbered) {
    NewEvent firing = Sample.firing(ONE, "any", "key", NOW);
    return new NewEvent(numbered.event(), CHAT, NOW, firing.repeatKey(), firing.repeatWindow());
  }

  private static JsonObject about(String agent, String host) {
    return new JsonObject()
        .put(MetadataKeys.AGENT, agent)
        .put(MetadataKeys.HOSTNAME, host)
        .put(MetadataKeys.PROJECT_DIR, "/work");
  }
}
