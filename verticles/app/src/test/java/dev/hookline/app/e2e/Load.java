package dev.hookline.app.e2e;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Senders that tell one session's story after the other at a steady pace, each event until it was
 * taken, as the hook's spool does.
 */
final class Load implements AutoCloseable {

  private final Supplier<Http> doors;
  private final String token;
  private static final int STORY = 40; // events
  private static final Duration AGAIN = Duration.ofMillis(30);

  private final List<Story> stories = new CopyOnWriteArrayList<>();
  private final Duration gap;
  private final ExecutorService senders;
  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger taken = new AtomicInteger();
  private final AtomicInteger refused = new AtomicInteger();
  private volatile boolean over;

  /**
   * Begins at once.
   *
   * @param senders how many tell at the same time
   * @param gap between two events of a sender
   */
  Load(Http events, String token, int senders, Duration gap) {
    this(() -> events, token, senders, gap);
  }

  /**
   * Begins at once, and asks for every event where to tell it.
   *
   * @param senders how many tell at the same time
   * @param gap between two events of a sender
   */
  Load(Supplier<Http> doors, String token, int senders, Duration gap) {
    this.doors = doors;
    this.token = token;
    this.gap = gap;
    this.senders = Executors.newFixedThreadPool(senders);
    for (int sender = 0; sender < senders; sender++) {
      this.senders.execute(this::tell);
    }
  }

  /** Ends when every event that was begun is taken. */
  Story[] end() throws InterruptedException {
    over = true;
    senders.shutdown();
    if (!senders.awaitTermination(90, TimeUnit.SECONDS)) {
      throw new AssertionError("an event is not taken");
    }
    return stories.toArray(Story[]::new);
  }

  /** How many events were taken. */
  int taken() {
    return taken.get();
  }

  /** How often an event was not taken. */
  int refused() {
    return refused.get();
  }

  @Override
  public void close() {
    over = true;
    senders.shutdownNow();
  }

  private void tell() {
    while (!over) {
      Story story = new Story("s" + sessions.incrementAndGet());
      stories.add(story);
      tell(story);
    }
  }

  private void tell(Story story) {
    while (!over && story.events().size() < STORY) {
      boolean last = story.events().size() == STORY - 1;
      JsonObject event = story.tell(last ? "session_end" : "notification");
      event.put("sequence", story.events().size());
      insist(event);
      taken.incrementAndGet();
      LockSupport.parkNanos(gap.toNanos());
    }
  }

  private void insist(JsonObject event) {
    while (!isTaken(event) && !Thread.currentThread().isInterrupted()) {
      refused.incrementAndGet();
      LockSupport.parkNanos(AGAIN.toNanos());
    }
  }

  private boolean isTaken(JsonObject event) {
    try {
      HttpResponse<String> answer = doors.get().post("/v1/events", token, event.encode());
      return answer.statusCode() == 200;
    } catch (IOException gone) {
      return false;
    }
  }
}
