package dev.hookline.emulator.stage;

import dev.hookline.emulator.Knobs;
import dev.hookline.emulator.world.Bot;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Update;
import java.util.Map;
import java.util.Set;

/**
 * What bots are told. Every update waits in its bot's queue until the bot confirms it, a webhook
 * takes it, or it expires.
 */
public final class Updates {

  private static final Set<String> ONLY_ON_REQUEST =
      Set.of("chat_member", "message_reaction", "message_reaction_count");
  private static final long DAY = 86_400_000;
  private static final long CALLBACK_LIFE = 150_000;
  private static final int QUEUE_LIMIT = 100_000;

  private final Stage stage;
  private final Polls polls;
  private final WebhookPosts posts;

  Updates(Stage stage, Courier courier) {
    this.stage = stage;
    this.polls = new Polls(stage);
    this.posts = new WebhookPosts(stage, courier);
  }

  public Polls polls() {
    return polls;
  }

  public WebhookPosts posts() {
    return posts;
  }

  /**
   * Tells the bots of a chat. A bot hears of its own acts, and not of other bots'.
   *
   * @param actor who did it
   */
  public void publish(Chat chat, long actor, String kind, Map<String, Object> body) {
    boolean byBot = stage.world().bots().containsKey(actor);
    for (Bot bot : stage.world().botsIn(chat)) {
      if (bot.id() == actor) {
        own(bot, kind, body, chat.id());
      } else if (!byBot) {
        toBot(bot, kind, body, chat.id());
      }
    }
  }

  /** Tells one member, if it is a bot. */
  public void toMember(long user, long queue, String kind, Map<String, Object> body) {
    Bot bot = stage.world().bots().get(user);
    if (bot != null) {
      toBot(bot, kind, body, queue);
    }
  }

  /** Hands out what waits, if there is somebody to hand it to. */
  public void deliver(Bot bot) {
    if (stage.knobs().holdUpdates()) {
      return;
    }
    if (bot.webhook().active()) {
      forgetOld(bot);
      posts.deliver(bot);
    } else {
      polls.deliver(bot);
    }
  }

  /** Lets go of what is too old. */
  public void forgetOld(Bot bot) {
    long now = stage.now();
    bot.waiting().values().removeIf(update -> update.expiresAt() <= now);
  }

  void startOver() {
    polls.startOver();
    posts.startOver();
  }

  private void own(Bot bot, String kind, Map<String, Object> body, long queue) {
    Knobs knobs = stage.knobs();
    switch (knobs.ownUpdates()) {
      case ON -> toBot(bot, kind, body, queue);
      case OFF -> {} // nothing is told
      case DELAYED ->
          stage.time().after(knobs.ownUpdatesDelayMillis(), () -> toBot(bot, kind, body, queue));
      case TWICE -> {
        toBot(bot, kind, body, queue);
        toBot(bot, kind, body, queue);
      }
    }
  }

  private void toBot(Bot bot, String kind, Map<String, Object> body, long queue) {
    boolean wanted =
        (bot.allowed() == null || bot.allowed().isEmpty())
            ? !ONLY_ON_REQUEST.contains(kind)
            : bot.allowed().contains(kind);
    if (!wanted) {
      return;
    }
    long life = kind.equals("callback_query") ? CALLBACK_LIFE : DAY;
    int id = bot.nextUpdateId();
    bot.waiting().put(id, new Update(id, kind, body, stage.now() + life, queue));
    if (bot.waiting().size() > QUEUE_LIMIT) {
      bot.waiting().pollFirstEntry();
    }
    deliver(bot);
  }
}
