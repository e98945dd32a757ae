package dev.hookline.telegram.poll;

import dev.hookline.messages.UpdatesRead;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Store;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.Updates;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Refusal;
import dev.hookline.telegram.command.NotYetException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Polls for the bot's updates, one poll at a time and for ever. Telegram forgets what is below the
 * offset that we ask for, so the offset is only moved on after the batch is stored.
 *
 * <p>Confined to the event loop of the verticle that made it.
 */
public final class UpdatePoller implements UpdateSource {

  private static final Logger LOGGER = LoggerFactory.getLogger(UpdatePoller.class);
  private static final int LIMIT = 100;
  private static final long FIRST_PAUSE_MILLIS = 1_000;
  private static final long LAST_PAUSE_MILLIS = 30_000;
  private static final long STORE_PAUSE_MILLIS = 1_000;
  private static final String WEBHOOK_ACTIVE = "webhook is active";
  private static final String NOT_HERE = "this node does not read the updates any more";

  private final Vertx vertx;
  private final BotGateway gateway;
  private final Updates updates;
  private final StoredUpdates stored;
  private final Clock clock;
  private final int timeoutSeconds;
  private final BooleanSupplier mayRead;
  private final Consumer<Boolean> heard;
  private final Askers askers = new Askers();

  private long bot;
  private long pauseMillis = FIRST_PAUSE_MILLIS;
  private boolean stopped;

  /**
   * @param gateway used by this poller alone: closing its client ends a poll at once
   * @param desk what people press goes there
   * @param timeoutSeconds how long Telegram holds a poll that has nothing to tell, at most 50
   * @param mayRead whether no other node reads them yet; asked before each poll and each update
   * @param heard told of each call whether Telegram answered it
   */
  public UpdatePoller(
      Vertx vertx,
      BotGateway gateway,
      Store store,
      PressDesk desk,
      int timeoutSeconds,
      BooleanSupplier mayRead,
      Consumer<Boolean> heard) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.updates = store.updates();
    this.clock = store.clock();
    this.timeoutSeconds = timeoutSeconds;
    this.mayRead = mayRead;
    this.heard = heard;
    this.stored = new StoredUpdates(store, vertx.eventBus(), desk, this::mayGoOn);
  }

  @Override
  public void start() {
    turnAfter(0);
  }

  @Override
  public void stop() {
    stopped = true;
    askers.refuse(NOT_HERE);
  }

  @Override
  public Future<UpdatesRead> readAll() {
    return stopped ? Future.failedFuture(NOT_HERE) : askers.add();
  }

  private void turnAfter(long millis) {
    if (millis == 0) {
      vertx.runOnContext(ignored -> turn());
    } else {
      vertx.setTimer(millis, ignored -> turn());
    }
  }

  private void turn() {
    if (stopped) {
      return;
    }
    if (!mayRead.getAsBoolean()) {
      askers.refuse("it is not certain that this node may read the updates");
      turnAfter(STORE_PAUSE_MILLIS);
      return;
    }
    Future.succeededFuture()
        .compose(ignored -> bot == 0 ? whoAmI() : poll())
        .otherwise(this::stumbled)
        .onSuccess(this::turnAfter);
  }

  // Whatever went wrong, the loop goes on: a poller that is silently dead looks like a quiet chat.
  private long stumbled(Throwable cause) {
    if (stopped) {
      return 0;
    }
    askers.refuse("reading updates stumbled");
    if (cause instanceof StoreUnavailableException
        || cause instanceof NotYetException
        || !mayRead.getAsBoolean()) {
      LOGGER
          .atWarn()
          .addKeyValue("reason", String.valueOf(cause.getMessage()))
          .log("updates cannot be read now; trying again");
      return STORE_PAUSE_MILLIS;
    }
    LOGGER.atError().setCause(cause).log("reading updates stumbled; trying again");
    return pause();
  }

  private Future<Long> whoAmI() {
    return gateway.me().onSuccess(this::hear).compose(this::introduced);
  }

  // What an earlier run stored and could not handle any more comes before anything new.
  private Future<Long> introduced(CallOutcome<Long> outcome) {
    if (outcome instanceof CallOutcome.Done<Long> done) {
      bot = done.value();
      pauseMillis = FIRST_PAUSE_MILLIS;
      LOGGER.atInfo().addKeyValue("bot", bot).log("reading the bot's updates");
      return stored.handleAll(bot).map(0L);
    }
    return Future.succeededFuture(failed(outcome));
  }

  private Future<Long> poll() {
    int patience = askers.pollBegins() ? 0 : timeoutSeconds;
    return updates
        .nextOffset(bot)
        .compose(offset -> gateway.updates(offset, LIMIT, patience, KINDS))
        .onSuccess(this::hear)
        .compose(this::received);
  }

  // A poll that ends because we are stopped says nothing about Telegram.
  private void hear(CallOutcome<?> outcome) {
    if (!stopped) {
      heard.accept(
          outcome instanceof CallOutcome.Done<?> || outcome instanceof CallOutcome.Refused<?>);
    }
  }

  private Future<Long> received(CallOutcome<List<String>> outcome) {
    if (outcome instanceof CallOutcome.Refused<List<String>> refused
        && refused.description().contains(WEBHOOK_ACTIVE)) {
      return removeWebhook();
    }
    if (!(outcome instanceof CallOutcome.Done<List<String>> done)) {
      return Future.succeededFuture(stopped ? 0 : failed(outcome));
    }
    List<IncomingUpdate> batch =
        done.value().stream().map(UpdateReader::read).flatMap(Optional::stream).toList();
    return updates
        .store(bot, batch, clock.instant())
        .compose(ignored -> stored.handleAll(bot))
        .onSuccess(ignored -> tell(done.value().size()))
        .map(0L);
  }

  // One of an earlier configuration: a bot serves one Hookline only.
  private Future<Long> removeWebhook() {
    LOGGER.atWarn().log("removing the bot's webhook: telegram.webhook.url is not set");
    return gateway
        .deleteWebhook()
        .map(gone -> gone instanceof CallOutcome.Done<Boolean> ? 0 : failed(gone));
  }

  private void tell(int received) {
    pauseMillis = FIRST_PAUSE_MILLIS;
    if (received < LIMIT) {
      askers.emptied();
    }
  }

  private boolean mayGoOn() {
    return !stopped && mayRead.getAsBoolean();
  }

  private <T> long failed(CallOutcome<T> outcome) {
    askers.refuse("the updates cannot be read now");
    if (!(outcome instanceof CallOutcome.Refused<T> refused)) {
      LOGGER.atWarn().addKeyValue("outcome", outcome).log("the Bot API does not answer");
      return pause();
    }
    if (refused.meaning() == Refusal.TOKEN_WRONG) {
      LOGGER
          .atError()
          .addKeyValue("code", refused.code())
          .log("Telegram refuses the bot token: correct telegram.token and start again");
      return LAST_PAUSE_MILLIS;
    }
    if (refused.meaning() == Refusal.CONFLICT) {
      LOGGER
          .atError()
          .addKeyValue("description", refused.description())
          .log("somebody else reads this bot's updates: stop it");
    } else {
      LOGGER
          .atWarn()
          .addKeyValue("description", refused.description())
          .log("Telegram refuses to tell updates");
    }
    return Math.max(refused.retryAfterMillis(), pause());
  }

  private long pause() {
    long pause = pauseMillis;
    pauseMillis = Math.min(LAST_PAUSE_MILLIS, pauseMillis * 2);
    return pause;
  }
}
