package dev.hookline.app.bench.chat;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.TopicSlotWanted;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.Receipt;
import dev.hookline.store.Release;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionView;
import dev.hookline.store.Store;
import dev.hookline.telegram.lane.ChatLane;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The session room without its waiting: events have their place in the order in which they come,
 * and each session gets its topic by the usual steps. Nothing goes wrong here. Blocking; confined
 * to one thread.
 */
final class SmallRoom {

  private static final long CHAT = EmulatorOptions.CHAT;
  private static final long PATIENCE_MILLIS = 1_000_000_000;

  private final Store store;
  private final Clock clock;
  private final Context context;
  private final ChatLane lane;
  private final Map<SessionKey, Future<TopicSlot>> slots = new LinkedHashMap<>();
  private final Map<String, Future<TopicAnswer>> answers = new LinkedHashMap<>();
  private final Map<SessionKey, List<Told>> told;

  /**
   * @param context the lane's
   * @param told what each session has told: the event with the sequence number 1 first; goes on
   */
  SmallRoom(
      Store store, Clock clock, Context context, ChatLane lane, Map<SessionKey, List<Told>> told) {
    this.store = store;
    this.clock = clock;
    this.context = context;
    this.lane = lane;
    this.told = told;
  }

  /** Takes events in, and gives each its place. */
  void tell(List<Told> events) {
    List<Receipt> receipts =
        store.events().accept(events.stream().map(Told::event).toList()).await();
    Set<SessionKey> sessions = new LinkedHashSet<>();
    for (int i = 0; i < events.size(); i++) {
      SessionKey session = receipts.get(i).session();
      sessions.add(session);
      if (!receipts.get(i).duplicate()) {
        told.computeIfAbsent(session, this::begin).add(events.get(i));
      }
    }
    sessions.forEach(this::place);
  }

  /**
   * Does what is due about topics; answers whether anything was. To be called at the lane's rest.
   */
  boolean act() {
    List<SessionKey> ready =
        slots.keySet().stream().filter(key -> slots.get(key).succeeded()).toList();
    ready.forEach(session -> create(session, slots.remove(session).result()));
    List<String> made = answers.keySet().stream().filter(a -> answers.get(a).isComplete()).toList();
    made.forEach(attempt -> bind(attempt, answers.remove(attempt).result()));
    return !ready.isEmpty() || !made.isEmpty();
  }

  /** Whether every session has its topic. */
  boolean isSettled() {
    return slots.isEmpty() && answers.isEmpty();
  }

  private List<Told> begin(SessionKey session) {
    TopicSlotWanted wanted = new TopicSlotWanted(CHAT, session, PATIENCE_MILLIS);
    slots.put(session, onLane(() -> lane.want(wanted)));
    return new ArrayList<>();
  }

  private void place(SessionKey session) {
    SessionView view = store.sequences().view(session).await().orElseThrow();
    while (!view.fresh().isEmpty()) {
      List<Release> entries = new ArrayList<>();
      for (FreshEvent event : view.fresh()) {
        entries.add(Release.event(false, List.of(event.seq())));
      }
      store.sequences().release(session, view.nextPosition(), entries, clock.instant()).await();
      view = store.sequences().view(session).await().orElseThrow();
    }
  }

  private void create(SessionKey session, TopicSlot slot) {
    SessionTopic topic = store.topics().of(session).await().orElseThrow();
    String marker = "m" + session;
    String name = "bench " + marker;
    if (store.topics().open(topic, marker, marker, name, clock.instant()).await().isEmpty()) {
      throw new IllegalStateException("somebody else creates the topic of " + session);
    }
    TopicCall call = TopicCall.create(CHAT, name, slot.id(), clock.millis());
    answers.put(marker, onLane(() -> lane.ask(call)));
  }

  private void bind(String attempt, TopicAnswer answer) {
    if (answer.verdict() != TopicAnswer.Verdict.DONE) {
      throw new IllegalStateException("no topic: " + answer);
    }
    store.topics().bind(attempt, answer.thread(), clock.instant()).await();
  }

  /** What the lane answers, asked on its event loop; returns when it was asked. */
  private <T> Future<T> onLane(Supplier<Future<T>> question) {
    Promise<Future<T>> asked = Promise.promise();
    context.runOnContext(ignored -> asked.complete(question.get()));
    return asked.future().await();
  }
}
