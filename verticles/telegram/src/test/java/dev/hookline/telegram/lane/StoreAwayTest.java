package dev.hookline.telegram.lane;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Verbosity;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.ButtonIds;
import dev.hookline.telegram.ask.Questions;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.BotToken;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.render.Renderer;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lane whose store is away tries again in its own time. */
class StoreAwayTest {

  private static final long STAND_BY_MILLIS = 1_000;

  @TempDir Path directory;

  private final AtomicInteger timesAsked = new AtomicInteger();
  private final List<Long> rests = new ArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private VertxTelegramClient client;
  private ChatLane lane;

  @BeforeEach
  void beginsWithoutAStore() {
    Store store = result(FreshStore.in(vertx, directory));
    BotToken token = new BotToken("1000001:TEST-TOKEN-OF-A-BOT-THAT-IS-NOWHERE");
    client =
        new VertxTelegramClient(vertx, URI.create("http://127.0.0.1:1"), token, 1_000, () -> null);
    LaneParts parts =
        new LaneParts(
            vertx,
            store,
            new BotGateway(client, token),
            new Renderer()::render,
            new Questions(store.approvals(), new ButtonIds()),
            new LaneTime(store.clock(), timesAsked::incrementAndGet),
            new Resting(),
            new Random(1));
    LaneSettings settings =
        new LaneSettings(
            -1001, "node", 18, 0, 5_000, 1_000, 1_000, STAND_BY_MILLIS, 5_000, Verbosity.NORMAL);
    lane = new ChatLane(parts, settings, new NoDuty());
    result(store.close());
    result(onLoop(lane::start));
    result(onLoop(Future::succeededFuture)); // by then it rests
  }

  @AfterEach
  void close() {
    result(client.close());
    result(vertx.close());
  }

  @Test
  void rests_as_long_as_one_that_stands_by() {
    assertThat(rests).containsExactly(STAND_BY_MILLIS);
  }

  @Test
  void is_not_hurried_by_hints() {
    int before = timesAsked.get();

    result(
        onLoop(
            () -> {
              lane.wake();
              return lane.stop(); // over when the turn is that a hint would have begun
            }));

    assertThat(timesAsked).hasValue(before);
  }

  private <T> Future<T> onLoop(Supplier<Future<T>> action) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(ignored -> action.get().onComplete(done));
    return done.future();
  }

  /** Never wakes anybody. */
  private final class Resting implements Alarm {

    @Override
    public long set(long millis, Runnable action) {
      rests.add(millis);
      return rests.size();
    }

    @Override
    public void cancel(long alarm) {}
  }

  private static final class NoDuty implements Duty {

    @Override
    public void begin() {}

    @Override
    public void end() {}

    @Override
    public void free() {}
  }
}
