package dev.hookline.app.bench.chat;

import dev.hookline.app.demo.Recording;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.ingest.hook.ClaudeHooks;
import dev.hookline.ingest.hook.Firing;
import dev.hookline.messages.EventType;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** What agents may tell. The same each time. */
final class Scenarios {

  private static final long CHAT = EmulatorOptions.CHAT;
  private static final long SECOND = 1_000;
  private static final int SEED = 42;

  private Scenarios() {}

  /** Every session tells so many events in one moment. */
  static Scenario burst(String name, int sessions, int events) {
    List<Told> told = new ArrayList<>();
    for (TurnWriter writer : writers(sessions)) {
      for (int i = 0; i < events; i++) {
        told.addAll(writer.next(0));
      }
    }
    return new Scenario(name, false, told);
  }

  /** So many seconds long one event a second, of one of the sessions. */
  static Scenario trickle(String name, int sessions, int seconds) {
    List<Told> told = new ArrayList<>();
    List<TurnWriter> writers = writers(sessions);
    Random random = new Random(SEED);
    for (int second = 0; second < seconds; second++) {
      told.addAll(writers.get(random.nextInt(sessions)).next(second * SECOND));
    }
    return new Scenario(name, true, told);
  }

  /** So many events, some at once of one session after the other, evenly over a time. */
  static Scenario steady(String name, int sessions, int events, int atOnce, Duration time) {
    List<Told> told = new ArrayList<>();
    List<TurnWriter> writers = writers(sessions);
    int moments = (events + atOnce - 1) / atOnce;
    for (int moment = 0; moment < moments; moment++) {
      long at = (moment + 1) * time.toMillis() / moments;
      for (int i = moment * atOnce; i < Math.min(events, (moment + 1) * atOnce); i++) {
        told.addAll(writers.get(moment % sessions).next(at));
      }
    }
    return new Scenario(name, true, told);
  }

  /** So many agents at once do what was recorded of one. */
  static Scenario recorded(String name, int agents) {
    List<Told> told = new ArrayList<>();
    for (int agent = 0; agent < agents; agent++) {
      AtomicInteger id = new AtomicInteger();
      String session = "recorded-" + agent;
      ClaudeHooks reader = new ClaudeHooks(CHAT, () -> session + "-" + id.incrementAndGet());
      for (Recording.Hook hook : Recording.ofTheProgram().hooks()) {
        long at = hook.after().toMillis();
        JsonObject body = hook.body().copy().put("session_id", session);
        for (NewEvent event : reader.read(body, Firing.UNKNOWN, Instant.ofEpochMilli(at))) {
          told.add(new Told(at, event, "", isUrgent(event)));
        }
      }
    }
    told.sort(Comparator.comparingLong(Told::atMillis));
    return new Scenario(name, false, told);
  }

  private static boolean isUrgent(NewEvent event) {
    return event.event().type() == EventType.APPROVAL_REQUEST;
  }

  private static List<TurnWriter> writers(int sessions) {
    List<TurnWriter> writers = new ArrayList<>();
    for (int session = 0; session < sessions; session++) {
      writers.add(new TurnWriter("s" + session, CHAT, SEED + session));
    }
    return writers;
  }
}
