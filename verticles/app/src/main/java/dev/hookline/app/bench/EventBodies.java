package dev.hookline.app.bench;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;

/** Makes events to send: of some hundred bytes, in turns for so many sessions. */
public final class EventBodies {

  private static final String TEXT =
      "The test of the parser fails in line 120, because a quoted comma ends the field too early. ";

  private final Clock clock;
  private final String run;
  private final int sessions;
  private long made;

  /**
   * @param run part of every id, so that no two runs send the same event
   */
  public EventBodies(Clock clock, String run, int sessions) {
    this.clock = clock;
    this.run = run;
    this.sessions = sessions;
  }

  /** The next event, as JSON. */
  public Buffer next() {
    made++;
    return new JsonObject()
        .put("id", run + "-" + made)
        .put("type", "agent_response")
        .put("sessionId", run + "-session-" + made % sessions)
        .put("timestamp", clock.instant().toString())
        .put("content", made + ": " + TEXT.repeat(3))
        .put("metadata", new JsonObject().put("project", "bench").put("agent", "claude"))
        .toBuffer();
  }
}
