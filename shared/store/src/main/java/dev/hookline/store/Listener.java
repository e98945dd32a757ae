package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import java.util.Objects;

/**
 * An agent that can be told something now.
 *
 * @param session its session
 * @param source the source of the event that says so
 * @param event the id of that event
 * @param exchange names this telling: who asks again with the same name is told the same
 * @param way how it is told
 * @param goesOn whether it goes on because it was told something in this way just before
 * @param most how many characters it can be told at once
 */
public record Listener(
    SessionKey session,
    String source,
    String event,
    String exchange,
    Way way,
    boolean goesOn,
    int most) {

  /** How an agent is told. */
  public enum Way {
    /** At the end of its turn, and then it goes on. */
    STOP,
    /** Beside the result of a tool. */
    TOOL,
    /** Typed into its terminal. */
    TERMINAL
  }

  public Listener {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(event, "event");
    Objects.requireNonNull(exchange, "exchange");
    Objects.requireNonNull(way, "way");
  }
}
