package dev.hookline.ingest;

import dev.hookline.ingest.hook.AgentAnswer;
import dev.hookline.ingest.hook.Hearing;
import dev.hookline.ingest.hook.HookReader;
import io.vertx.core.json.JsonObject;
import java.util.Optional;

/**
 * What an agent that fires a hook would like to hear. The agent's own words are in here, and stay
 * with its exchange: the store gets what is without secrets.
 *
 * @param asks how to word a decision, when the agent waits for one
 * @param hears how to tell the agent something, when it can be told
 */
record Wishes(Optional<AgentAnswer> asks, Optional<Hearing> hears) {

  static Wishes of(HookReader agent, JsonObject hook, Waiting waiting) {
    Optional<Hearing> hears = agent.hears(hook);
    return new Wishes(
        agent.asks(hook), waiting == Waiting.IDLE ? hears.flatMap(Hearing::beside) : hears);
  }
}
