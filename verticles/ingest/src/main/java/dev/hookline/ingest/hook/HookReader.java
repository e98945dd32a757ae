package dev.hookline.ingest.hook;

import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Knows the hook events of one agent. */
public interface HookReader {

  /**
   * One hook event in canonical form.
   *
   * @param json the hook event
   * @param firing what its sender says about it
   * @param receivedAt when it came
   * @return one event or several, in the order in which they happened
   * @throws dev.hookline.ingest.read.RefusedException when it is none
   */
  List<NewEvent> read(JsonObject json, Firing firing, Instant receivedAt);

  /**
   * Whether the agent waits for somebody to decide, and then how it wants to hear it.
   *
   * @param json the hook event, which was read without a refusal
   */
  default Optional<AgentAnswer> asks(JsonObject json) {
    return Optional.empty();
  }

  /**
   * Whether the agent can be told now what somebody wrote to it.
   *
   * @param json the hook event, which was read without a refusal
   */
  default Optional<Hearing> hears(JsonObject json) {
    return Optional.empty();
  }
}
