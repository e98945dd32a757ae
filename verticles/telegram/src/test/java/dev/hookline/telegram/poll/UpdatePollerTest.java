package dev.hookline.telegram.poll;

import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.messages.Addresses;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.Presses;
import dev.hookline.telegram.ask.ShowAllPresses;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.BotToken;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.command.Commands;
import dev.hookline.telegram.reply.Texts;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may read the updates, with a real store and an emulated Telegram. */
class UpdatePollerTest {

  private static final BotToken BOT = new BotToken(EmulatorOptions.TOKEN);

  @TempDir private Path directory;
  private final EmulatorVerticle emulator =
      new EmulatorVerticle(EmulatorOptions.forTests(), Clock.systemUTC());
  private final AtomicInteger allowed = new AtomicInteger();
  private Vertx vertx;
  private Context loop;
  private Store store;
  private VertxTelegramClient client;
  private UpdatePoller poller;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    loop = vertx.getOrCreateContext();
    Addresses.registerCodecs(vertx);
    result(vertx.deployVerticle(emulator));
    store = result(FreshStore.in(vertx, directory));
    client = new VertxTelegramClient(vertx, emulator.apiRoot(), BOT, 10_000, () -> null);
    poller =
        new UpdatePoller(
            vertx,
            new BotGateway(client, BOT),
            store,
            desk(),
            1,
            () -> allowed.getAndDecrement() > 0,
            answered -> {});
  }

  private PressDesk desk() {
    BotGateway gateway = new BotGateway(client, BOT);
    People nobody = new People(Map.of());
    long chat = EmulatorOptions.CHAT;
    return new PressDesk(
        new Presses(store.approvals(), nobody, vertx.eventBus(), store.clock(), chat),
        new ShowAllPresses(store, nobody, vertx.eventBus(), chat),
        new Commands(store, vertx.eventBus(), gateway, nobody, chat, System::nanoTime),
        new Texts(store, nobody, vertx.eventBus(), chat),
        gateway);
  }

  @AfterEach
  void close() {
    result(
        onLoop(
            () -> {
              poller.stop();
              return Future.succeededFuture();
            }));
    result(client.close());
    result(store.close());
    result(vertx.close());
  }

  @Test
  void asks_for_nothing_while_it_may_not_read() {
    // When
    start();

    // Then: it was asked, and says so
    assertThat(failure(onLoop(poller::readAll))).hasMessageContaining("may read");
    assertThat(emulator.journal().records()).isEmpty();
  }

  @Test
  void handles_no_further_update_once_another_node_may_have_handled_it() {
    // Given: three are stored, and the right ends after the first
    store(1, 2, 3);
    allowed.set(2); // to begin, and for the first

    // When
    start();

    // Then
    assertThat(failure(onLoop(poller::readAll))).isNotNull();
    assertThat(result(store.updates().unhandled(BOT.botId(), 10)))
        .extracting(IncomingUpdate::updateId)
        .containsExactly(2L, 3L);
  }

  @Test
  void handles_what_an_earlier_reader_had_only_stored() {
    // Given
    store(1, 2, 3);
    allowed.set(Integer.MAX_VALUE);

    // When
    start();

    // Then
    assertThat(result(onLoop(poller::readAll))).isNotNull();
    assertThat(result(store.updates().unhandled(BOT.botId(), 10))).isEmpty();
  }

  private void start() {
    result(
        onLoop(
            () -> {
              poller.start();
              return Future.succeededFuture();
            }));
  }

  /** Where the poller lives: it is confined to one event loop. */
  private <T> Future<T> onLoop(Supplier<Future<T>> work) {
    return Future.future(done -> loop.runOnContext(ignored -> work.get().onComplete(done)));
  }

  private void store(long... ids) {
    for (long id : ids) {
      IncomingUpdate update = new IncomingUpdate(id, -100, 0, 0, "{\"update_id\":" + id + "}");
      result(store.updates().store(BOT.botId(), List.of(update), Instant.now()));
    }
  }
}
