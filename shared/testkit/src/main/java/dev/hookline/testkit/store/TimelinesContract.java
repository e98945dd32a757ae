package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.ParkedEntry;
import dev.hookline.store.SentMessage;
import dev.hookline.store.SentPart;
import dev.hookline.store.Timeline;
import dev.hookline.store.TimelineEvent;
import dev.hookline.store.TimelineEvent.State;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What became of each event is told page by page, and is true. */
public abstract class TimelinesContract extends StoreContract {

  private static final long THREAD = 10;
  private static final Instant LATER = NOW.plusSeconds(3);

  protected TimelinesContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void tells_how_far_each_event_has_come() {
    accept(Sample.typed(EventType.TURN_COMPLETE, ONE, "kept"));
    enqueue(ONE, 5);
    accept(Sample.event(ONE, "fresh"));
    bind(ONE, THREAD);
    ChatLease lease = take();
    show(lease, next(lease).orElseThrow(), 11);
    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));
    result(store.outbox().putBack(lease, next(lease).orElseThrow(), "busy", NOW));

    assertThat(all()).extracting(TimelineEvent::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(all())
        .extracting(TimelineEvent::state)
        .containsExactly(
            State.KEPT,
            State.SHOWN,
            State.PARKED,
            State.WAITING,
            State.WAITING,
            State.WAITING,
            State.ORDERING);
    assertThat(all())
        .extracting(TimelineEvent::reason)
        .containsExactly("", "", "refused", "busy", "", "", "");
  }

  @Test
  void tells_of_one_that_is_being_sent_and_of_one_whose_answer_was_lost() {
    enqueue(ONE, 1);
    bind(ONE, THREAD);
    ChatLease lease = take();
    OutboxEntry entry = next(lease).orElseThrow();
    assertThat(all().get(0).state()).isEqualTo(State.SENDING);

    result(store.outbox().doubt(lease, entry, "no answer"));

    assertThat(all().get(0).state()).isEqualTo(State.DOUBTED);
  }

  @Test
  void tells_when_an_event_was_accepted_and_when_it_was_shown() {
    enqueue(ONE, 2);
    bind(ONE, THREAD);
    ChatLease lease = take();
    show(lease, next(lease).orElseThrow(), 11);

    assertThat(all()).extracting(TimelineEvent::acceptedAt).containsExactly(NOW, NOW);
    assertThat(all()).extracting(TimelineEvent::shownAt).containsExactly(LATER, null);
  }

  @Test
  void names_every_message_of_an_event() {
    enqueue(ONE, 1);
    bind(ONE, THREAD);
    ChatLease lease = take();
    OutboxEntry entry = next(lease).orElseThrow();
    result(store.outbox().confirm(lease, entry, new SentPart(11, false, true), NOW));
    assertThat(all().get(0).messages()).containsExactly(message(11));

    show(lease, next(lease).orElseThrow(), 12);

    assertThat(all().get(0).messages()).containsExactly(message(11), message(12));
  }

  @Test
  void names_the_message_that_shows_an_event_with_an_earlier_one() {
    enqueue(ONE, 2);
    bind(ONE, THREAD);
    ChatLease lease = take();
    OutboxEntry head = next(lease).orElseThrow();
    OutboxEntry both = head.with(result(store.outbox().behind(lease, head, 1)));
    result(store.outbox().fold(lease, both));

    show(lease, both, 11);

    assertThat(all()).extracting(TimelineEvent::state).containsExactly(State.SHOWN, State.FOLDED);
    assertThat(all().get(1).messages()).containsExactly(message(11));
    assertThat(all().get(1).shownAt()).isEqualTo(LATER);
  }

  @Test
  void names_the_message_that_was_edited_to_show_an_event_and_none_before() {
    enqueue(ONE, 2);
    bind(ONE, THREAD);
    ChatLease lease = take();
    show(lease, next(lease).orElseThrow(), 11);
    OutboxEntry second = next(lease).orElseThrow();
    result(store.outbox().join(lease, second, 1));
    assertThat(all().get(1).messages()).isEmpty();

    show(lease, second, 0);

    assertThat(all().get(1).state()).isEqualTo(State.EDITED);
    assertThat(all().get(1).messages()).containsExactly(message(11));
  }

  @Test
  void names_the_message_that_counts_an_event_and_none_before() {
    enqueue(ONE, 2);
    bind(ONE, THREAD);
    ChatLease lease = take();
    result(store.outbox().hush(lease, next(lease).orElseThrow(), NOW));
    assertThat(all().get(0).state()).isEqualTo(State.HUSHED);
    assertThat(all().get(0).messages()).isEmpty();

    show(lease, next(lease).orElseThrow(), 11);

    assertThat(all().get(0).state()).isEqualTo(State.COUNTED);
    assertThat(all().get(0).messages()).containsExactly(message(11));
    assertThat(all().get(0).shownAt()).isEqualTo(LATER);
  }

  @Test
  void tells_that_an_event_is_shown_again_and_late() {
    enqueue(ONE, 1);
    bind(ONE, THREAD);
    ChatLease lease = take();
    result(store.outbox().park(lease, next(lease).orElseThrow(), "refused", NOW));
    assertThat(all().get(0).late()).isFalse();

    result(store.parked().showAgain(new ParkedEntry(ONE, 1, "", "", NOW), NOW));

    assertThat(all().get(0).state()).isEqualTo(State.WAITING);
    assertThat(all().get(0).late()).isTrue();
  }

  @Test
  void names_the_tool_and_finds_it_elsewhere_when_the_event_is_too_long_to_be_read() {
    JsonObject known =
        new JsonObject().put(MetadataKeys.TOOL, "Bash").put(MetadataKeys.TOOL_USE_ID, "u-1");
    accept(Sample.with(known, ONE, "start"), Sample.event(ONE, "no tool"));
    accept(withText(Sample.with(known, ONE, "result"), "x".repeat(70_000)));
    accept(
        withText(
            Sample.with(known.copy().put("toolUseId", "u-2"), ONE, "lost"), "x".repeat(70_000)));

    assertThat(all()).extracting(TimelineEvent::tool).containsExactly("Bash", "", "Bash", "");
  }

  @Test
  void turns_back_page_by_page_without_a_hole_while_others_arrive() {
    enqueue(ONE, 5);
    Timeline latest = result(store.timelines().before(ONE, Long.MAX_VALUE, 2));
    enqueue(ONE, 1);

    Timeline second = result(store.timelines().before(ONE, seqs(latest).get(0), 2));
    Timeline first = result(store.timelines().before(ONE, seqs(second).get(0), 2));

    assertThat(seqs(latest)).containsExactly(4L, 5L);
    assertThat(seqs(second)).containsExactly(2L, 3L);
    assertThat(seqs(first)).containsExactly(1L);
    assertThat(List.of(latest.earlier(), second.earlier(), first.earlier()))
        .containsExactly(true, true, false);
    assertThat(List.of(latest.later(), second.later(), first.later()))
        .containsExactly(false, true, true);
  }

  @Test
  void goes_on_from_where_a_page_ended() {
    enqueue(ONE, 3);

    Timeline first = result(store.timelines().after(ONE, 0, 2));
    Timeline second = result(store.timelines().after(ONE, 2, 2));

    assertThat(seqs(first)).containsExactly(1L, 2L);
    assertThat(seqs(second)).containsExactly(3L);
    assertThat(List.of(first.earlier(), first.later())).containsExactly(false, true);
    assertThat(List.of(second.earlier(), second.later())).containsExactly(true, false);
  }

  @Test
  void has_an_empty_page_beyond_either_end() {
    enqueue(ONE, 1);

    assertThat(result(store.timelines().before(ONE, 1, 2)))
        .isEqualTo(new Timeline(List.of(), false, true));
    assertThat(result(store.timelines().after(ONE, 1, 2)))
        .isEqualTo(new Timeline(List.of(), true, false));
    assertThat(result(store.timelines().after(TWO, 0, 2)))
        .isEqualTo(new Timeline(List.of(), false, false));
  }

  @Test
  void tells_nothing_of_another_session() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    bind(ONE, THREAD);
    bind(TWO, 20);
    ChatLease lease = take();
    shown(lease, 2);

    assertThat(all()).singleElement().satisfies(it -> assertThat(it.messages()).hasSize(1));
    assertThat(all().get(0).messages().get(0).thread()).isEqualTo(THREAD);
  }

  private List<TimelineEvent> all() {
    return result(store.timelines().after(ONE, 0, 100)).events();
  }

  private void show(ChatLease lease, OutboxEntry entry, long message) {
    result(store.outbox().confirm(lease, entry, new SentPart(message, true, true), LATER));
  }

  private static List<Long> seqs(Timeline page) {
    return page.events().stream().map(TimelineEvent::seq).toList();
  }

  private static SentMessage message(long id) {
    return new SentMessage(CHAT, THREAD, id);
  }

  private static NewEvent withText(NewEvent accepted, String text) {
    HookEvent event = accepted.event();
    HookEvent longer =
        new HookEvent(
            event.source(),
            event.id(),
            event.type(),
            event.session(),
            event.timestamp(),
            text,
            event.metadata(),
            null);
    return NewEvent.of(longer, CHAT, NOW);
  }
}
