package dev.hookline.telegram;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.store.Store;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.lane.Budget;
import dev.hookline.telegram.lane.ChatLane;
import dev.hookline.telegram.lane.LaneSettings;
import dev.hookline.telegram.lane.LaneTime;
import dev.hookline.telegram.poll.UpdatePoller;
import dev.hookline.telegram.render.Renderer;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.MessageConsumer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * Shows the outbox in Telegram and reads the bot's updates. Deploy one instance per node: there is
 * one lane per chat, and Telegram allows one poller per bot.
 */
public final class TelegramVerticle extends VerticleBase {

  private static final Duration WINDOW = Duration.ofSeconds(60);
  private static final long DRAIN_MILLIS = 5_000;

  private final TelegramOptions options;
  private final Store store;
  private final LaneTime time;
  private final RandomGenerator random;
  private final List<MessageConsumer<?>> doors = new ArrayList<>();

  private VertxTelegramClient sending;
  private VertxTelegramClient polling;
  private UpdatePoller poller;
  private ChatLane lane;

  /**
   * @param nanoTime a monotonic clock, in nanoseconds
   * @param random jitter
   */
  public TelegramVerticle(
      TelegramOptions options,
      Store store,
      Clock clock,
      LongSupplier nanoTime,
      RandomGenerator random) {
    this.options = options;
    this.store = store;
    this.time = new LaneTime(clock, nanoTime);
    this.random = random;
  }

  @Override
  public Future<?> start() {
    sending = client();
    polling = client();
    poller =
        new UpdatePoller(
            vertx,
            new BotGateway(polling, options.token()),
            store,
            time.clock(),
            options.pollTimeoutSeconds());
    return store
        .chats()
        .current(options.chat())
        .compose(this::serve)
        .compose(ignored -> answerReaders())
        .onSuccess(ignored -> poller.start());
  }

  @Override
  public Future<?> stop() {
    poller.stop();
    Future<Void> drained = lane == null ? Future.succeededFuture() : lane.stop();
    return polling
        .close()
        .compose(ignored -> Future.any(drained, vertx.timer(DRAIN_MILLIS)))
        .eventually(sending::close);
  }

  private Future<Void> serve(long chat) {
    lane =
        new ChatLane(
            vertx,
            chat,
            "this-node", // the only one: each instance takes the chat from the one before it
            laneSettings(),
            new Budget(options.budgetPerMinute(), WINDOW.toMillis(), options.minGap().toMillis()),
            store,
            new BotGateway(sending, options.token()),
            new Renderer()::render,
            time,
            random);
    ChatLane serving = lane;
    serving.ended().onSuccess(to -> closeDoors().compose(ignored -> serve(to)));
    serving.start();
    return openDoors(serving, chat);
  }

  private LaneSettings laneSettings() {
    return new LaneSettings(
        options.guard().toMillis(), options.settle().toMillis(), options.recheck().toMillis());
  }

  private Future<Void> answerReaders() {
    return Addresses.READ_UPDATES
        .answer(vertx.eventBus(), question -> poller.readAll())
        .completion();
  }

  private Future<Void> openDoors(ChatLane serving, long chat) {
    doors.add(Addresses.topicSlot(chat).answer(vertx.eventBus(), serving::want));
    doors.add(Addresses.topicCall(chat).answer(vertx.eventBus(), serving::ask));
    doors.add(Addresses.CHAT_HINT.receive(vertx.eventBus(), hint -> wake(serving, chat, hint)));
    return Future.all(doors.stream().map(MessageConsumer::completion).toList()).mapEmpty();
  }

  private Future<Void> closeDoors() {
    List<MessageConsumer<?>> closing = List.copyOf(doors);
    doors.clear();
    return Future.join(closing.stream().map(MessageConsumer::unregister).toList()).mapEmpty();
  }

  private static void wake(ChatLane serving, long chat, ChatHint hint) {
    if (hint.chat() == chat) {
      serving.wake();
    }
  }

  private VertxTelegramClient client() {
    return new VertxTelegramClient(
        vertx, options.apiRoot(), options.token(), options.callTimeout().toMillis());
  }
}
