package dev.hookline.lab.check;

/**
 * A time in which a node could not serve the chat. Times are milliseconds of the epoch.
 *
 * @param cause why it could not
 */
public record Outage(String node, long from, long to, Cause cause) {

  /** What an outage does to the node's tenure. */
  public enum Cause {
    /** The node was asked to stop, and could give the chat away. */
    STOPPED,
    /** It ended at once, and its tenure with it. */
    KILLED,
    /** It may go on with its tenure, when that lasted for longer. */
    INTERRUPTED
  }

  boolean announced() {
    return cause == Cause.STOPPED;
  }
}
