package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.store.Arrangement;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Errand;
import dev.hookline.store.Heard;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Listener;
import dev.hookline.store.Listener.Way;
import dev.hookline.store.NewReply;
import dev.hookline.store.Order;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.QueuedReply;
import dev.hookline.store.Release;
import dev.hookline.store.Replies.Outcome;
import dev.hookline.store.ReplyMark;
import dev.hookline.store.ReplyMark.Kind;
import dev.hookline.store.SentPart;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What keeping what people write for agents must do. */
public abstract class RepliesContract extends StoreContract {

  private static final long BOT = 7;
  private static final long THREAD = 10;
  private static final Duration TOO_LONG = Duration.ofMinutes(1);

  private ChatLease lease;
  private int stops;

  protected RepliesContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void hasATopic() {
    enqueue(ONE, 1);
    bind(ONE, THREAD);
    lease = take();
  }

  @Test
  void keeps_what_was_written_in_order() {
    writes(1, "first");
    writes(2, "second");

    assertThat(waiting()).containsExactly("first", "second");
  }

  @Test
  void takes_an_update_once() {
    writes(1, "first");

    assertThat(result(store.replies().take(reply(1, THREAD, "first"), NOW)).outcome())
        .isEqualTo(Outcome.BEFORE);

    assertThat(waiting()).containsExactly("first");
  }

  @Test
  void has_handled_the_update_when_it_has_taken_it() {
    writes(1, "first");

    assertThat(result(store.updates().unhandled(BOT, 9))).isEmpty();
  }

  @Test
  void takes_nothing_from_a_topic_that_is_no_sessions() {
    stored(1);

    assertThat(result(store.replies().take(reply(1, THREAD + 1, "hello"), NOW)).outcome())
        .isEqualTo(Outcome.NOBODYS);
    assertThat(waiting()).isEmpty();
  }

  @Test
  void takes_no_more_than_may_wait_and_says_so() {
    for (int i = 1; i <= 50; i++) {
      writes(i, "text " + i);
    }
    stored(51);

    assertThat(result(store.replies().take(reply(51, THREAD, "one more"), NOW)).outcome())
        .isEqualTo(Outcome.TOO_MANY);
    assertThat(waiting()).hasSize(50);
    assertThat(notes()).singleElement().asString().startsWith("Not taken: 50 messages wait");
  }

  @Test
  void says_in_the_topic_why_something_is_refused_and_says_it_once() {
    stored(1);

    assertThat(result(store.replies().refuse(reply(1, THREAD, ""), "No stickers.", NOW))).isTrue();
    assertThat(result(store.replies().refuse(reply(1, THREAD, ""), "No stickers.", NOW))).isFalse();

    assertThat(notes()).containsExactly("No stickers.");
  }

  @Test
  void gives_all_that_waits_and_gives_it_once() {
    writes(1, "first");
    writes(2, "second");

    assertThat(texts(stops())).containsExactly("first", "second");
    assertThat(texts(stops())).isEmpty();
  }

  @Test
  void nothing_passes_a_text_whose_file_is_still_to_be_fetched() {
    stored(1);
    result(store.replies().take(reply(1, THREAD, "look", "f-1"), NOW));
    writes(2, "second");
    assertThat(texts(stops())).isEmpty();

    QueuedReply look = result(store.replies().unfetched(CHAT, 9)).get(0);
    result(store.replies().fetched(look, "look at /f", "", NOW));

    assertThat(result(store.replies().unfetched(CHAT, 9))).isEmpty();
    assertThat(texts(stops())).containsExactly("look at /f", "second");
  }

  @Test
  void a_file_is_fetched_once() {
    stored(1);
    result(store.replies().take(reply(1, THREAD, "look", "f-1"), NOW));
    QueuedReply look = result(store.replies().unfetched(CHAT, 9)).get(0);

    result(store.replies().fetched(look, "look at /f", "Fetched.", NOW));
    result(store.replies().fetched(look, "look at /g", "Fetched.", NOW));

    assertThat(waiting()).containsExactly("look at /f");
    assertThat(notes()).containsExactly("Fetched.");
  }

  @Test
  void gives_a_text_to_one_of_many_that_ask_at_once() {
    writes(1, "first");
    writes(2, "second");
    List<Listener> tools =
        IntStream.range(0, 8).mapToObj(i -> listener(ended("tool-" + i), Way.TOOL, false)).toList();

    List<List<String>> given = AtOnce.run(8, i -> texts(hears(tools.get(i))));

    assertThat(given.stream().flatMap(List::stream)).containsExactly("first", "second");
  }

  @Test
  void gives_the_same_again_to_who_comes_back() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);
    writes(2, "second");

    assertThat(texts(hears(listener))).containsExactly("first");
    result(store.replies().delivered(ONE, listener.exchange()));
    assertThat(texts(hears(listener))).containsExactly("first");
  }

  @Test
  void gives_it_again_after_a_restart_to_who_comes_back() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);

    restart();

    assertThat(texts(hears(listener))).containsExactly("first");
  }

  @Test
  void gives_to_another_what_certainly_did_not_arrive() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);

    result(store.replies().release(ONE, listener.exchange()));

    assertThat(texts(stops())).containsExactly("first");
  }

  @Test
  void does_not_take_back_what_arrived() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);
    result(store.replies().delivered(ONE, listener.exchange()));

    result(store.replies().release(ONE, listener.exchange()));

    assertThat(texts(stops())).isEmpty();
  }

  @Test
  void gives_no_more_at_once_than_the_agent_can_be_told() {
    writes(1, "12345");
    writes(2, "12345");
    writes(3, "12345");

    assertThat(texts(hears(listener(stopped(), Way.STOP, false, 14)))).hasSize(2);
    assertThat(texts(hears(listener(stopped(), Way.STOP, false, 1)))).hasSize(1);
  }

  @Test
  void gives_nothing_to_a_session_that_has_gone_on() {
    Listener listener = listener(stopped(), Way.STOP, false);
    accept(Sample.typed(EventType.USER_INPUT, ONE, "typed at the terminal"));
    writes(1, "first");

    Heard heard = hears(listener);

    assertThat(heard.over()).isTrue();
    assertThat(heard.texts()).isEmpty();
    assertThat(waiting()).containsExactly("first");
  }

  @Test
  void what_helpers_do_is_no_going_on() {
    Listener listener = listener(stopped(), Way.STOP, false);
    accept(Sample.tool(EventType.TOOL_RESULT, ONE, "of a helper", "t-1"));

    assertThat(hears(listener).over()).isFalse();
  }

  @Test
  void nothing_is_to_be_had_for_an_event_that_came_before() {
    writes(1, "first");

    Heard heard = hears(listener("never stored", Way.STOP, false));

    assertThat(heard.over()).isTrue();
    assertThat(heard.texts()).isEmpty();
  }

  @Test
  void stops_telling_before_the_agent_stops_listening() {
    for (int i = 1; i <= 7; i++) {
      writes(i, "text " + i);
      assertThat(texts(hears(listener(stopped(), Way.STOP, i > 1)))).hasSize(1);
    }
    writes(8, "text 8");

    assertThat(hears(listener(stopped(), Way.STOP, true)).over()).isTrue();
    assertThat(waiting()).containsExactly("text 8");
    assertThat(texts(hears(listener(stopped(), Way.STOP, false)))).containsExactly("text 8");
  }

  @Test
  void what_is_on_its_way_for_too_long_is_in_doubt_and_given_to_nobody() {
    writes(1, "first");
    stops();

    assertThat(result(store.replies().doubt(TOO_LONG, NOW.plus(TOO_LONG)))).isFalse();
    assertThat(result(store.replies().doubt(TOO_LONG, later()))).isTrue();
    assertThat(result(store.replies().doubt(TOO_LONG, later()))).isFalse();

    assertThat(texts(stops())).isEmpty();
    assertThat(mark()).contains(Kind.DOUBTED);
    assertThat(notes()).singleElement().asString().contains("“first”");
  }

  @Test
  void a_doubt_is_over_when_who_was_given_it_comes_back() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);
    result(store.replies().doubt(TOO_LONG, later()));

    assertThat(texts(hears(listener))).containsExactly("first");
    result(store.replies().delivered(ONE, listener.exchange()));

    assertThat(mark()).contains(Kind.DELIVERED);
  }

  @Test
  void takes_back_what_waits_and_not_what_is_on_its_way() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);
    writes(2, "second");

    assertThat(takesBack(9, 1L, 2L)).isEqualTo("some is gone");

    assertThat(waiting()).isEmpty();
    assertThat(texts(stops())).isEmpty();
    assertThat(texts(hears(listener))).containsExactly("first");
  }

  @Test
  void takes_back_what_was_meant_and_nothing_that_was_written_since() {
    writes(1, "first");
    writes(2, "second");

    assertThat(takesBack(9, 1L)).isEqualTo("taken back");

    assertThat(waiting()).containsExactly("second");
    assertThat(marks()).containsExactlyInAnyOrder(Kind.CANCELLED, Kind.RECEIVED);
  }

  @Test
  void a_command_that_is_told_again_takes_nothing_more_back() {
    writes(1, "first");
    takesBack(9, 1L);
    writes(2, "second");

    assertThat(takesBack(9, 2L)).isEmpty();

    assertThat(waiting()).containsExactly("second");
  }

  @Test
  void what_was_taken_back_stays_so_after_a_restart() {
    writes(1, "first");
    takesBack(9, 1L);

    restart();

    assertThat(result(store.replies().take(reply(1, THREAD, "first"), NOW)).outcome())
        .isEqualTo(Outcome.BEFORE);
    assertThat(texts(stops())).isEmpty();
    assertThat(result(store.replies().written(ONE, 101)).orElseThrow().state())
        .isEqualTo(QueuedReply.State.CANCELLED);
  }

  @Test
  void a_file_that_comes_after_it_was_taken_back_changes_nothing() {
    stored(1);
    result(store.replies().take(reply(1, THREAD, "look", "f-1"), NOW));
    QueuedReply look = result(store.replies().unfetched(CHAT, 9)).get(0);
    takesBack(9, 1L);

    result(store.replies().fetched(look, "look at /f", "Fetched.", NOW));

    assertThat(texts(stops())).isEmpty();
    assertThat(notes()).isEmpty();
  }

  @Test
  void knows_what_became_of_what_a_message_says() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);
    writes(2, "second");

    assertThat(result(store.replies().written(ONE, 101)).orElseThrow().state())
        .isEqualTo(QueuedReply.State.GIVEN);
    assertThat(result(store.replies().written(ONE, 0)).orElseThrow().text()).isEqualTo("second");
    assertThat(result(store.replies().written(ONE, 999))).isEmpty();
    assertThat(result(store.replies().written(TWO, 101))).isEmpty();
  }

  @Test
  void marks_each_message_as_it_stands_once() {
    writes(1, "first");
    assertThat(marks()).containsExactly(Kind.RECEIVED);

    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);
    assertThat(marks()).isEmpty();
    result(store.replies().delivered(ONE, listener.exchange()));

    assertThat(marks()).containsExactly(Kind.DELIVERED);
  }

  @Test
  void a_message_whose_text_arrived_at_once_is_marked_once() {
    writes(1, "first");
    Listener listener = listener(stopped(), Way.STOP, false);
    hears(listener);
    result(store.replies().delivered(ONE, listener.exchange()));

    assertThat(marks()).containsExactly(Kind.DELIVERED);
  }

  @Test
  void keeps_the_queues_of_sessions_apart() {
    enqueue(TWO, 1);
    bind(TWO, 20);
    writes(1, "for one");
    stored(2);
    result(store.replies().take(reply(2, 20, "for two"), NOW));

    assertThat(texts(stops())).containsExactly("for one");
    assertThat(result(store.replies().waiting(TWO)))
        .extracting(QueuedReply::text)
        .containsExactly("for two");
  }

  private void writes(long update, String text) {
    stored(update);
    assertThat(result(store.replies().take(reply(update, THREAD, text), NOW)).outcome())
        .isEqualTo(Outcome.WAITING);
  }

  /** Somebody commands that these be taken back; brings what is to be said, if anything is. */
  private String takesBack(long message, Long... places) {
    Order order = new Order(BOT, message, CHAT, THREAD, 100 + message, 5, "/cancel");
    Arrangement back = new Arrangement.TakeBack(ONE, List.of(places), "some is gone");
    result(store.errands().carryOut(order, back, Errand.Deed.SAY, "taken back", NOW));
    return result(store.errands().claim(lease, NOW)).map(Errand::text).orElse("");
  }

  private void stored(long update) {
    result(
        store
            .updates()
            .store(
                BOT, List.of(new IncomingUpdate(update, CHAT, 100 + update, THREAD, "{}")), NOW));
  }

  private static NewReply reply(long update, long thread, String text) {
    return reply(update, thread, text, "");
  }

  private static NewReply reply(long update, long thread, String text, String file) {
    return new NewReply(BOT, update, CHAT, thread, 100 + update, 5, "Ann", text, file);
  }

  private Heard stops() {
    return hears(listener(stopped(), Way.STOP, false));
  }

  private Heard hears(Listener listener) {
    return result(store.replies().hear(listener, NOW));
  }

  /** The agent's turn ends; gives the event's id. */
  private String stopped() {
    String id = "stop-" + ++stops;
    accept(Sample.typed(EventType.TURN_COMPLETE, ONE, id));
    return id;
  }

  private static Listener listener(String exchange, Way way, boolean goesOn) {
    return listener(exchange, way, goesOn, 9_000);
  }

  private String ended(String id) {
    accept(Sample.tool(EventType.TOOL_RESULT, ONE, id, id));
    return id;
  }

  private static Listener listener(String event, Way way, boolean goesOn, int most) {
    return new Listener(ONE, "source of " + ONE, event, event, way, goesOn, most);
  }

  private static List<String> texts(Heard heard) {
    return heard.texts().stream().map(QueuedReply::text).toList();
  }

  private List<String> waiting() {
    return result(store.replies().waiting(ONE)).stream().map(QueuedReply::text).toList();
  }

  private static Instant later() {
    return NOW.plus(TOO_LONG).plusMillis(1);
  }

  private Optional<Kind> mark() {
    return result(store.replies().unmarked(lease)).map(ReplyMark::kind);
  }

  /** Makes every mark that is due. */
  private List<Kind> marks() {
    List<Kind> marks = new ArrayList<>();
    Optional<ReplyMark> due = result(store.replies().unmarked(lease));
    while (due.isPresent()) {
      marks.add(due.get().kind());
      result(store.replies().marked(lease, due.get()));
      due = result(store.replies().unmarked(lease));
    }
    return marks;
  }

  /** Shows all that is to be shown, and gives the words of our own. */
  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    long message = 1_000;
    for (Optional<OutboxEntry> entry = next(lease); entry.isPresent(); entry = next(lease)) {
      if (entry.get().kind() == Release.Kind.NOTE) {
        notes.add(entry.get().text());
      }
      result(store.outbox().confirm(lease, entry.get(), new SentPart(++message, true, true), NOW));
    }
    return notes;
  }
}
