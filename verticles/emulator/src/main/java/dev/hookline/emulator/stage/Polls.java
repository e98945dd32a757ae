package dev.hookline.emulator.stage;

import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Update;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Long polls: one per bot, a newer one ends the older. Asking from an offset on forgets what is
 * before it.
 */
public final class Polls {

  private static final long CONFLICT_PAUSE = 3_000;
  private static final String TAKEN_OVER =
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is"
          + " running";

  /**
   * What a poll asks for.
   *
   * @param offset 0 for the queue's head; negative for the last ones
   * @param timeoutMillis how long to wait for the first update
   */
  public record Question(int offset, int limit, long timeoutMillis) {}

  private record Waiting(Question question, Poller poller, Runnable timeout) {}

  private record Last(int offset, long at) {}

  private final Stage stage;
  private final Map<Long, Waiting> waiting = new HashMap<>();
  private final Map<Long, Long> conflicts = new HashMap<>();
  private final Map<Long, Last> last = new HashMap<>();

  Polls(Stage stage) {
    this.stage = stage;
  }

  /**
   * Begins a poll.
   *
   * @return ends it untold, when its caller has gone
   */
  public Runnable begin(Bot bot, Question asked, Poller poller) {
    end(bot, TAKEN_OVER);
    if (stage.knobs().updatesOutage()) {
      poller.refused(502, "Bad Gateway");
      return () -> {};
    }
    forget(bot, asked.offset());
    Question question = throttled(bot, asked);
    List<Update> batch = batch(bot, question);
    if (!batch.isEmpty() || question.timeoutMillis() == 0) {
      poller.told(batch);
      return () -> {};
    }
    return hold(bot, question, poller);
  }

  /** Ends the poll that waits, if one does, with a conflict. */
  public void end(Bot bot, String description) {
    Waiting older = waiting.remove(bot.id());
    if (older == null) {
      return;
    }
    older.timeout().run();
    long now = stage.now();
    Long before = conflicts.put(bot.id(), now);
    if (before != null && now - before < CONFLICT_PAUSE) {
      stage.time().after(CONFLICT_PAUSE, () -> older.poller().refused(409, description));
    } else {
      older.poller().refused(409, description);
    }
  }

  /** Whether somebody waits for this bot's updates. */
  public boolean active(Bot bot) {
    return waiting.containsKey(bot.id());
  }

  void deliver(Bot bot) {
    Waiting one = waiting.get(bot.id());
    if (one == null) {
      return;
    }
    List<Update> batch = batch(bot, one.question());
    if (!batch.isEmpty()) {
      waiting.remove(bot.id());
      one.timeout().run();
      one.poller().told(batch);
    }
  }

  void startOver() {
    List<Waiting> all = List.copyOf(waiting.values());
    waiting.clear();
    conflicts.clear();
    last.clear();
    all.forEach(
        one -> {
          one.timeout().run();
          one.poller().told(List.of());
        });
  }

  private Runnable hold(Bot bot, Question question, Poller poller) {
    Runnable timeout =
        stage
            .time()
            .after(
                question.timeoutMillis(),
                () -> {
                  waiting.remove(bot.id());
                  poller.told(List.of());
                });
    Waiting mine = new Waiting(question, poller, timeout);
    waiting.put(bot.id(), mine);
    return () -> {
      if (waiting.remove(bot.id(), mine)) {
        timeout.run();
      }
    };
  }

  private void forget(Bot bot, int offset) {
    stage.updates().forgetOld(bot);
    if (offset > 0) {
      // An offset beyond the queue is none of ours: the queue is served from its head.
      boolean known = !bot.waiting().isEmpty() && offset <= bot.waiting().lastKey() + 1;
      if (known) {
        bot.waiting().headMap(offset).clear();
      }
    } else if (offset < 0) {
      while (bot.waiting().size() > -offset) {
        bot.waiting().pollFirstEntry();
      }
    }
  }

  private List<Update> batch(Bot bot, Question question) {
    if (stage.knobs().holdUpdates()) {
      return List.of();
    }
    long now = stage.now();
    return bot.waiting().values().stream()
        .filter(update -> update.expiresAt() > now)
        .limit(question.limit())
        .toList();
  }

  private Question throttled(Bot bot, Question asked) {
    long now = stage.now();
    Last before = last.put(bot.id(), new Last(asked.offset(), now));
    boolean repeated =
        stage.knobs().pollThrottling() && before != null && before.offset() == asked.offset();
    if (!repeated || now - before.at() >= CONFLICT_PAUSE) {
      return asked;
    }
    int limit = now - before.at() < 500 ? 1 : asked.limit();
    return new Question(asked.offset(), limit, Math.max(asked.timeoutMillis(), CONFLICT_PAUSE));
  }
}
