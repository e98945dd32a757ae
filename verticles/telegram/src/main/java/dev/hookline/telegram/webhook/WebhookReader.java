package dev.hookline.telegram.webhook;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.UpdatesRead;
import dev.hookline.store.Store;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.poll.PressDesk;
import dev.hookline.telegram.poll.StoredUpdates;
import dev.hookline.telegram.poll.UpdateSource;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Telegram post the updates, and handles what the doors of all nodes have stored: at once when
 * told, and every second.
 */
public final class WebhookReader implements UpdateSource {

  private static final Logger LOGGER = LoggerFactory.getLogger(WebhookReader.class);
  private static final long SWEEP_MILLIS = 1_000;
  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LAST_PAUSE_MILLIS = 30_000;
  private static final long LOOK_MILLIS = 500;
  private static final int LOOKS = 60;

  private final Vertx vertx;
  private final BotGateway gateway;
  private final WebhookOptions options;
  private final long bot;
  private final BooleanSupplier mayRead;
  private final StoredUpdates stored;

  private MessageConsumer<?> hints;
  private long sweep;
  private boolean stopped;
  private boolean handling;
  private boolean again;

  /**
   * @param gateway used by this reader alone
   * @param desk what people press goes there
   * @param bot the bot's user id
   * @param mayRead whether no other node reads the updates yet
   */
  public WebhookReader(
      Vertx vertx,
      BotGateway gateway,
      Store store,
      PressDesk desk,
      WebhookOptions options,
      long bot,
      BooleanSupplier mayRead) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.options = options;
    this.bot = bot;
    this.mayRead = mayRead;
    this.stored = new StoredUpdates(store, vertx.eventBus(), desk, this::mayGoOn);
  }

  @Override
  public void start() {
    hints = Addresses.UPDATES_STORED.receive(vertx.eventBus(), ignored -> handle());
    sweep = vertx.setPeriodic(SWEEP_MILLIS, ignored -> handle());
    register(FIRST_PAUSE_MILLIS);
    handle();
  }

  @Override
  public void stop() {
    stopped = true;
    hints.unregister();
    vertx.cancelTimer(sweep);
  }

  /**
   * Waits until Telegram has nothing left to post. What it posted before that is stored, because it
   * keeps every update until its post was answered.
   */
  @Override
  public Future<UpdatesRead> readAll() {
    return look(LOOKS);
  }

  private Future<UpdatesRead> look(int times) {
    if (!mayGoOn()) {
      return Future.failedFuture("this node does not read the updates any more");
    }
    return gateway
        .updatesToPost()
        .compose(
            left -> {
              if (left.equals(new CallOutcome.Done<>(0))) {
                return stored.handleAll(bot).map(new UpdatesRead());
              }
              return times > 1
                  ? vertx.timer(LOOK_MILLIS).compose(ignored -> look(times - 1))
                  : Future.failedFuture("Telegram still has updates to post");
            });
  }

  private void register(long pauseMillis) {
    if (stopped) {
      return;
    }
    gateway
        .setWebhook(options.url().toString(), options.secret(), KINDS)
        .onSuccess(outcome -> registered(outcome, pauseMillis));
  }

  private void registered(CallOutcome<Boolean> outcome, long pauseMillis) {
    if (outcome instanceof CallOutcome.Done<Boolean>) {
      LOGGER.atInfo().addKeyValue("url", options.url()).log("Telegram posts the bot's updates");
    } else if (!stopped) {
      LOGGER
          .atError()
          .addKeyValue("outcome", outcome)
          .log("Telegram did not take the webhook's address; trying again");
      long next = Math.min(LAST_PAUSE_MILLIS, pauseMillis * 2);
      vertx.setTimer(pauseMillis, ignored -> register(next));
    }
  }

  private void handle() {
    if (handling) {
      again = true;
    } else if (mayGoOn()) {
      handling = true;
      again = false;
      stored
          .handleAll(bot)
          .onFailure(
              cause ->
                  LOGGER
                      .atWarn()
                      .addKeyValue("reason", String.valueOf(cause.getMessage()))
                      .log("updates could not be handled; trying again"))
          .onComplete(ignored -> handled());
    }
  }

  private void handled() {
    handling = false;
    if (again) {
      handle();
    }
  }

  private boolean mayGoOn() {
    return !stopped && mayRead.getAsBoolean();
  }
}
