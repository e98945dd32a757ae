package dev.hookline.session;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Duration;

/**
 * What nodes tell one another so that they do not collide: courtesy, never correctness.
 *
 * <p>Everything here may lie: a lock may be granted twice, an announcement may be lost. Topics stay
 * single because of the claim row in the store. The whole test suite runs with {@link
 * AlwaysGranted} to hold us to that. Nothing here fails, and nothing takes longer than it is given.
 */
public interface Coordination {

  /**
   * Announces that somebody is creating the session's topic. This is the cluster's map of topics
   * that are being made: who finds an announcement there waits for its end instead of making one.
   *
   * @param token who announces; the announcement stands until it is withdrawn, or its node is gone
   * @param patience how long to wait for the end of somebody else's
   * @return true at once; or false when it was somebody else's turn, after that is over or the
   *     patience is: the store then says what came of it
   */
  Future<Boolean> announce(SessionKey session, String token, Duration patience);

  /** Takes the announcement back and tells who waits; without effect when it is not the token's. */
  Future<Void> withdraw(SessionKey session, String token);

  /**
   * Takes a lock.
   *
   * @param token who takes it; it is free again after a while even when nobody frees it
   * @param patience how long to wait for it
   * @return whether it was got
   */
  Future<Boolean> lock(String name, String token, Duration patience);

  /** Frees a lock; without effect when it is not this token's. */
  Future<Void> unlock(String name, String token);

  /** Gives everything back at once, so that others need not wait for it to run out. */
  Future<Void> stop();
}
