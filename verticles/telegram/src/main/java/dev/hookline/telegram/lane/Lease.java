package dev.hookline.telegram.lane;

import dev.hookline.store.ChatLease;
import dev.hookline.store.Chats;
import dev.hookline.store.StaleLeaseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lease of a chat as this node has it: taken, renewed on a timer of its own also while a call
 * is in flight, lost or given back.
 *
 * <p>The lease ends by the store's clock. This node trusts it for less time, by its own monotonic
 * clock, counted from before the renewal was asked for: so it stops before anybody else can begin,
 * whatever its wall clock says and however long it stood still. Confined to the lane's event loop.
 */
final class Lease {

  private static final Logger LOGGER = LoggerFactory.getLogger(Lease.class);
  private static final Duration LIFETIME = Duration.ofSeconds(15);
  private static final long TRUST_MILLIS = 12_000;
  private static final long RENEW_MILLIS = 5_000;
  private static final long RETRY_MILLIS = 1_000;

  private final Vertx vertx;
  private final Chats chats;
  private final LaneTime time;
  private final LaneSettings settings;
  private final Runnable lost;

  private ChatLease lease; // the last one, also when it is over: the store refuses it then
  private boolean held;
  private long trustedSince;
  private long timer;

  /**
   * @param lost told when another node has taken the chat over
   */
  Lease(Vertx vertx, Chats chats, LaneTime time, LaneSettings settings, Runnable lost) {
    this.vertx = vertx;
    this.chats = chats;
    this.time = time;
    this.settings = settings;
    this.lost = lost;
  }

  /** Takes the chat; completes with whether it is ours now. */
  Future<Boolean> take() {
    long asked = time.now();
    return chats
        .take(settings.chat(), settings.node(), LIFETIME, time.wall())
        .onSuccess(taken -> taken.ifPresent(fresh -> begin(fresh, asked)))
        .map(taken -> taken.isPresent());
  }

  /** Whether it was taken and not lost since, as far as we know. */
  boolean held() {
    return held;
  }

  /** Whether nobody else can have the chat yet. */
  boolean safe() {
    return held && time.now() - trustedSince < TRUST_MILLIS;
  }

  /** The lease with which everything is written. */
  ChatLease current() {
    if (lease == null) {
      throw new IllegalStateException("this node has never served the chat");
    }
    return lease;
  }

  /** The chat's state was changed by us. */
  void change(ChatLease changed) {
    lease = changed;
  }

  /**
   * Extends the lease now.
   *
   * @return whether that worked; after {@code false} it is lost, or the store cannot be reached
   */
  Future<Boolean> renew() {
    long asked = time.now();
    ChatLease before = current();
    return chats
        .renew(before, LIFETIME)
        .onSuccess(renewed -> extend(before, renewed, asked))
        .onFailure(cause -> refused(before, cause))
        .map(true)
        .otherwise(false);
  }

  /** Counts on it no longer, and leaves it to end by itself. */
  void drop() {
    held = false;
    vertx.cancelTimer(timer);
  }

  /**
   * Gives it back, so that others need not wait for its end; completes with whether it was ours.
   */
  Future<Boolean> release() {
    if (!held) {
      return Future.succeededFuture(false);
    }
    drop();
    return chats.release(lease).map(true);
  }

  private void begin(ChatLease taken, long asked) {
    lease = taken;
    held = true;
    trustedSince = asked;
    renewIn(RENEW_MILLIS);
    LOGGER
        .atInfo()
        .addKeyValue("chat", taken.chat())
        .addKeyValue("epoch", taken.epoch())
        .log("serving the chat");
  }

  private void extend(ChatLease before, ChatLease renewed, long asked) {
    if (!isCurrent(before)) {
      return;
    }
    trustedSince = Math.max(trustedSince, asked);
    if (lease.equals(before)) { // else we changed its state meanwhile
      lease = renewed;
    }
    renewIn(RENEW_MILLIS);
  }

  private void refused(ChatLease before, Throwable cause) {
    if (!isCurrent(before)) {
      return;
    }
    if (cause instanceof StaleLeaseException) {
      drop();
      lost.run();
      return;
    }
    LOGGER
        .atWarn()
        .addKeyValue("chat", before.chat())
        .addKeyValue("reason", String.valueOf(cause.getMessage()))
        .log("the lease was not renewed; trying again");
    renewIn(RETRY_MILLIS);
  }

  // An answer to an earlier tenure's question says nothing about this one.
  private boolean isCurrent(ChatLease asked) {
    return held && lease.epoch() == asked.epoch();
  }

  private void renewIn(long millis) {
    vertx.cancelTimer(timer);
    timer = vertx.setTimer(millis, ignored -> renew());
  }
}
