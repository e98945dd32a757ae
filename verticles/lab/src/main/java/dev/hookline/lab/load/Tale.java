package dev.hookline.lab.load;

import io.vertx.core.json.JsonObject;

/** What one session tells: numbered events, each with a mark that is found again in the chat. */
final class Tale {

  private static final String WHEN = "2026-01-01T10:00:00Z"; // no time decides anything

  private final String session;
  private final int length;
  private int told;

  /**
   * Nothing is told yet.
   *
   * @param length how many events it has; the last one is the session's end
   */
  Tale(String session, int length) {
    this.session = session;
    this.length = length;
  }

  boolean isOver() {
    return told == length;
  }

  boolean isNew() {
    return told == 0;
  }

  /** The next event. */
  Telling next() {
    told++;
    String mark = session + "-" + told;
    JsonObject event =
        new JsonObject()
            .put("id", mark)
            .put("type", told == length ? "session_end" : "notification")
            .put("sessionId", session)
            .put("sequence", told)
            .put("timestamp", WHEN)
            .put("content", "⟦" + mark + "⟧ is what happened")
            .put("metadata", new JsonObject().put("projectDir", "/src/" + session));
    return new Telling(mark, session, told, event.toBuffer());
  }
}
