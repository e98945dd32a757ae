package dev.hookline.app.bench;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Posts events and takes the time of each, in milliseconds. All of it runs on one event loop.
 * Blocking for the caller.
 */
public final class Load {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Context loop;
  private final EventBodies bodies;

  /** Posts these events. */
  public Load(Vertx vertx, EventBodies bodies) {
    this.loop = vertx.getOrCreateContext();
    this.bodies = bodies;
  }

  /** Each connection posts its next event as soon as the one before is acknowledged. */
  public Sample closed(Door door, int connections, Duration span) throws Exception {
    return run(
        span,
        (end, taken) -> {
          List<Future<Void>> lanes = new ArrayList<>();
          for (int i = 0; i < connections; i++) {
            Promise<Void> lane = Promise.promise();
            lanes.add(lane.future());
            postUntil(door, end, taken, lane);
          }
          return Future.all(lanes).mapEmpty();
        });
  }

  /**
   * Events are due at a steady rate, however long the acknowledgements take; the time of each
   * counts from when it was due.
   */
  Sample steady(Vertx vertx, Door door, int perSecond, Duration span) throws Exception {
    int millisBetween = 1000 / perSecond;
    long all = span.toSeconds() * perSecond;
    return run(
        span,
        (end, taken) -> {
          List<Future<Void>> posts = new ArrayList<>();
          Promise<Void> posted = Promise.promise();
          long began = System.nanoTime();
          vertx.setPeriodic(
              1,
              timer -> {
                long elapsed = System.nanoTime() - began;
                while (posts.size() < all
                    && posts.size() * millisBetween * NANOS_PER_MILLI <= elapsed) {
                  long due = began + (long) (posts.size() * millisBetween * NANOS_PER_MILLI);
                  posts.add(timed(door, due, taken));
                }
                if (posts.size() == all) {
                  vertx.cancelTimer(timer);
                  posted.complete();
                }
              });
          return posted.future().compose(ignored -> Future.all(posts)).mapEmpty();
        });
  }

  private void postUntil(Door door, long end, List<Double> taken, Promise<Void> lane) {
    if (System.nanoTime() >= end) {
      lane.complete();
      return;
    }
    timed(door, System.nanoTime(), taken)
        .onSuccess(ignored -> postUntil(door, end, taken, lane))
        .onFailure(lane::fail);
  }

  private Future<Void> timed(Door door, long began, List<Double> taken) {
    return door.post(bodies.next())
        .onSuccess(ignored -> taken.add((System.nanoTime() - began) / NANOS_PER_MILLI));
  }

  private Sample run(Duration span, Posting posting) throws Exception {
    Promise<Void> done = Promise.promise();
    List<Double> taken = new ArrayList<>();
    long began = System.nanoTime();
    loop.runOnContext(ignored -> posting.begin(began + span.toNanos(), taken).onComplete(done));
    done.future().await(span.toSeconds() + 60, TimeUnit.SECONDS);
    double seconds = (System.nanoTime() - began) / 1e9;
    return new Sample(taken, seconds);
  }

  private interface Posting {
    Future<Void> begin(long end, List<Double> taken);
  }
}
