package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Takes all out of a store that is over, in small steps, one after another. Several at once do no
 * harm. Used once; confined to one event loop, or to one thread that waits for it.
 */
public final class Cleaning {

  private static final int SESSIONS = 200; // that are looked up together

  private final Retention retention;
  private final Instant before;
  private final Instant auditBefore;
  private final Promise<Long> done = Promise.promise();
  private final Deque<SessionKey> sessions = new ArrayDeque<>();
  private long cleaned;

  private Cleaning(Retention retention, Instant before, Instant auditBefore) {
    this.retention = retention;
    this.before = before;
    this.auditBefore = auditBefore;
  }

  /**
   * Cleans a store.
   *
   * @return completes with the number of sessions that are over
   */
  public static Future<Long> run(Retention retention, RetentionOptions options, Instant now) {
    Cleaning cleaning =
        new Cleaning(retention, since(now, options.kept()), since(now, options.auditKept()));
    cleaning.nextSessions();
    return cleaning.done.future();
  }

  // A loop of callbacks: a chain would keep a future for each of any number of steps.
  private void nextSessions() {
    retention
        .over(before, SESSIONS)
        .onFailure(done::fail)
        .onSuccess(
            found -> {
              sessions.addAll(found);
              if (sessions.isEmpty()) {
                step(() -> retention.forgetUpdates(before), this::end);
              } else {
                nextSession();
              }
            });
  }

  private void nextSession() {
    SessionKey session = sessions.poll();
    if (session == null) {
      nextSessions();
      return;
    }
    cleaned++;
    step(() -> retention.forget(session, before), this::nextSession);
  }

  private void end() {
    retention.forgetAudit(auditBefore).map(ignored -> cleaned).onComplete(done);
  }

  private void step(Supplier<Future<Boolean>> forget, Runnable then) {
    forget
        .get()
        .onFailure(done::fail)
        .onSuccess(
            more -> {
              if (more) {
                step(forget, then);
              } else {
                then.run();
              }
            });
  }

  private static Instant since(Instant now, Duration kept) {
    return kept.isZero() ? Instant.EPOCH : now.minus(kept); // zero: for ever
  }
}
