package dev.hookline.session;

import io.vertx.core.Future;
import java.time.Duration;

/**
 * What nodes tell one another so that they do not collide: courtesy, never correctness.
 *
 * <p>Everything here may lie: a lock may be granted twice, an announcement may be lost. Topics stay
 * single because of the claim row in the store. The whole test suite runs with {@link
 * AlwaysGranted} to hold us to that.
 */
public interface Coordination {

  /**
   * Announces that somebody is creating the session's topic.
   *
   * @param token who announces
   * @param lifetime after which the announcement is void
   * @return false when somebody else has announced it already
   */
  Future<Boolean> announce(String session, String token, Duration lifetime);

  /** Takes the announcement back; without effect when it is not this token's. */
  Future<Void> withdraw(String session, String token);

  /**
   * Takes a lock without waiting.
   *
   * @param token who takes it
   * @param lifetime after which it is free again
   * @return whether it was free
   */
  Future<Boolean> lock(String name, String token, Duration lifetime);

  /** Frees a lock; without effect when it is not this token's. */
  Future<Void> unlock(String name, String token);
}
