package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * Coordination through names that nodes take in turns: within this process on a single node, and
 * across the cluster when Vert.x is clustered. Confined to the event loop on which it is made.
 */
public final class SharedCoordination implements Coordination {

  /** A node of a healthy cluster answers within a few milliseconds. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /** What a node that dies leaves behind keeps nobody from going on for longer. */
  private static final Duration LIFETIME = Duration.ofSeconds(10);

  private static final String TOPIC = "topic:";
  private static final String LOCK = "lock:";

  private final SharedNames names;
  private final Announcements announcements;
  private final SharedLock lock;

  public SharedCoordination(Vertx vertx) {
    this(vertx, PATIENCE, LIFETIME);
  }

  /**
   * @param patience how long the cluster may take for an answer, before it is taken for a kind one
   * @param lifetime how long what a node took stays taken after the node is gone; a lock is free
   *     after it in any case
   */
  public SharedCoordination(Vertx vertx, Duration patience, Duration lifetime) {
    names = new SharedNames(vertx, new Courtesy(vertx, patience), lifetime);
    Waiters waiters = new Waiters();
    announcements = new Announcements(vertx, names, waiters);
    lock = new SharedLock(vertx, names, waiters);
    Addresses.NAME_FREED.receive(vertx.eventBus(), freed -> waiters.wake(freed.name()));
  }

  @Override
  public Future<Boolean> announce(SessionKey session, String token, Duration patience) {
    return announcements.announce(TOPIC + session, token, patience);
  }

  @Override
  public Future<Void> withdraw(SessionKey session, String token) {
    return announcements.withdraw(TOPIC + session, token);
  }

  @Override
  public Future<Boolean> lock(String name, String token, Duration patience) {
    return lock.acquire(LOCK + name, token, patience);
  }

  @Override
  public Future<Void> unlock(String name, String token) {
    return lock.release(LOCK + name, token);
  }

  @Override
  public Future<Void> stop() {
    return names.freeAll();
  }
}
