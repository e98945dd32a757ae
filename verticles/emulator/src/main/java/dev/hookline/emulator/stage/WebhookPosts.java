package dev.hookline.emulator.stage;

import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Update;
import dev.hookline.emulator.world.Webhook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Posts updates to webhooks: those of one queue one at a time and in order, different queues side
 * by side. What was not taken is posted again after a pause that doubles.
 */
public final class WebhookPosts {

  private static final long FIRST_PAUSE = 1_000;
  private static final long LAST_PAUSE = 60_000;
  private static final long GONE_FOR = 23 * 3_600_000L;

  /**
   * The last failure.
   *
   * @param at in milliseconds
   */
  public record Failure(long at, String description) {}

  private record Lane(long bot, long queue) {}

  private final Stage stage;
  private final Courier courier;
  private final Set<Lane> busy = new HashSet<>();
  private final Map<Lane, Long> pauses = new HashMap<>();
  private final Map<Long, Failure> failures = new HashMap<>();
  private final Map<Long, Long> goneSince = new HashMap<>();
  private int generation;

  WebhookPosts(Stage stage, Courier courier) {
    this.stage = stage;
    this.courier = courier;
  }

  /** The last failure of a bot's webhook; null for none. */
  public Failure failure(Bot bot) {
    return failures.get(bot.id());
  }

  /** Forgets the failures: another webhook was set. */
  public void fresh(Bot bot) {
    failures.remove(bot.id());
    goneSince.remove(bot.id());
  }

  void deliver(Bot bot) {
    for (Update update : List.copyOf(bot.waiting().values())) {
      Lane lane = new Lane(bot.id(), update.queue());
      long inFlight = busy.stream().filter(other -> other.bot() == bot.id()).count();
      if (inFlight < bot.webhook().maxConnections() && busy.add(lane)) {
        post(bot, lane, update);
      }
    }
  }

  void startOver() {
    generation++; // answers that are still to come belong to a world that is no more
    busy.clear();
    pauses.clear();
    failures.clear();
    goneSince.clear();
  }

  private void post(Bot bot, Lane lane, Update update) {
    int mine = generation;
    courier.post(
        bot.id(),
        bot.webhook(),
        update,
        status -> {
          if (mine == generation) {
            answered(bot, lane, update, status);
          }
        });
  }

  private void answered(Bot bot, Lane lane, Update update, int status) {
    if (status >= 200 && status < 300) {
      bot.waiting().remove(update.id());
      pauses.remove(lane);
      goneSince.remove(bot.id());
      next(bot, lane);
      return;
    }
    String words = status == 0 ? "Connection failed" : "Wrong response from the webhook: " + status;
    failures.put(bot.id(), new Failure(stage.now(), words));
    if (!removedAsGone(bot, status)) {
      long pause = pauses.getOrDefault(lane, FIRST_PAUSE);
      pauses.put(lane, Math.min(LAST_PAUSE, pause * 2));
      int mine = generation;
      stage.time().after(pause, () -> retry(bot, lane, mine));
    }
  }

  private void retry(Bot bot, Lane lane, int of) {
    if (of == generation) {
      next(bot, lane);
    }
  }

  private void next(Bot bot, Lane lane) {
    busy.remove(lane);
    stage.updates().deliver(bot);
  }

  // A webhook that has said "gone" for 23 hours is taken at its word.
  private boolean removedAsGone(Bot bot, int status) {
    if (status != 410) {
      goneSince.remove(bot.id());
      return false;
    }
    long since = goneSince.computeIfAbsent(bot.id(), ignored -> stage.now());
    if (stage.now() - since < GONE_FOR) {
      return false;
    }
    bot.webhook(Webhook.NONE);
    busy.removeIf(lane -> lane.bot() == bot.id());
    return true;
  }
}
