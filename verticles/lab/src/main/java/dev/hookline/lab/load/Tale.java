package dev.hookline.lab.load;

import io.vertx.core.json.JsonObject;

/** What one session tells: numbered events, each with a mark that is found again in the chat. */
final class Tale {

  private static final String WHEN = "2026-01-01T10:00:00Z"; // no time decides anything

  private final String session;
  private final int length;
  private final int shown;
  private int told;

  /**
   * Nothing is told yet.
   *
   * @param length how many events it has; the last one is the session's end
   * @param shown how many of a hundred are for the chat; the first and the last one always
   */
  Tale(String session, int length, int shown) {
    this.session = session;
    this.length = length;
    this.shown = shown;
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
            .put("type", type())
            .put("sessionId", session)
            .put("sequence", told)
            .put("timestamp", WHEN)
            .put("content", "⟦" + mark + "⟧ is what happened")
            .put("metadata", new JsonObject().put("projectDir", "/src/" + session));
    return new Telling(mark, session, told, isForChat(), event.toBuffer());
  }

  // The only event of a session is no end: its topic is to stay open.
  private String type() {
    if (told == length && length > 1) {
      return "session_end";
    }
    return isForChat() ? "notification" : "other";
  }

  private boolean isForChat() {
    return told == 1 || told == length || told * shown / 100 > (told - 1) * shown / 100;
  }
}
