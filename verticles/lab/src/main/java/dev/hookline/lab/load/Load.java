package dev.hookline.lab.load;

import dev.hookline.lab.check.Told;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Many sessions that tell their tales side by side at a steady pace. The events of one session go
 * to different nodes, several at a time; a session's first event goes to all nodes at once. Each is
 * sent until it is taken, as a hook's spool does.
 *
 * <p>May be called from any thread; happens on an event loop of its own.
 */
public final class Load implements AutoCloseable {

  private static final long TICK_MILLIS = 10;

  private final Vertx vertx = Vertx.vertx();
  private final Context loop = vertx.getOrCreateContext();
  private final Crowd crowd;
  private final LoadOptions options;
  private long timer;

  /** Nothing is sent yet. */
  public Load(LoadOptions options, List<Integer> ports, String token, Clock clock) {
    this.options = options;
    this.crowd = new Crowd(vertx, options, new Doors(vertx, ports, token), clock);
  }

  public void begin() {
    on(
        () -> {
          timer =
              vertx.setPeriodic(TICK_MILLIS, id -> crowd.tick(TICK_MILLIS * options.rate() / 1e3));
          return null;
        });
  }

  /** Begins no more events; those that are under way go on until they are taken. */
  public void end() {
    on(() -> vertx.cancelTimer(timer));
  }

  /** How many events are sent and not taken. */
  public int underWay() {
    return on(crowd::underWay);
  }

  /** How many events were taken. */
  public int taken() {
    return on(() -> crowd.latencies().size());
  }

  /** How many sessions have begun. */
  public int sessions() {
    return on(crowd::sessions);
  }

  /** Everything that was sent so far. */
  public List<Told> told() {
    return on(crowd::told);
  }

  /** How long each first acknowledgement took, in milliseconds. */
  public List<Long> latencies() {
    return on(() -> new ArrayList<>(crowd.latencies()));
  }

  @Override
  public void close() {
    end();
    on(
        () -> {
          crowd.stop();
          return null;
        });
    vertx.close().await();
  }

  private <T> T on(Callable<T> work) {
    Promise<T> done = Promise.promise();
    loop.runOnContext(
        ignored -> {
          try {
            done.complete(work.call());
          } catch (Exception failed) {
            done.fail(failed);
          }
        });
    Future<T> result = done.future();
    return result.await();
  }
}
