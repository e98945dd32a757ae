package dev.hookline.ingest.hook;

import dev.hookline.messages.Decision;
import io.vertx.core.json.JsonObject;
import java.time.Duration;

/**
 * Words a decision as the agent that asked expects it. Knows what the agent asked, in the agent's
 * own words; those are kept nowhere else.
 */
public interface AgentAnswer {

  /** What to answer; null when the agent is better asked to decide as if nobody had. */
  JsonObject to(Decision decision);

  /**
   * For how long the agent may be kept waiting.
   *
   * @param usual for how long agents are
   */
  default Duration patience(Duration usual) {
    return usual;
  }
}
