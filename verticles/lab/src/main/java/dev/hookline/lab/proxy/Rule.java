package dev.hookline.lab.proxy;

import java.util.Objects;

/**
 * What a proxy does with a caller's connections, those that are open and those to come.
 *
 * @param there from the caller to the server
 * @param back from the server to the caller
 */
public record Rule(Door door, Way there, Way back) {

  /** Whether connections live at all. */
  public enum Door {
    /** They do. */
    OPEN,
    /** New ones are refused, open ones are closed as a peer that ends closes them. */
    CUT,
    /** New ones and open ones are reset. */
    RESET
  }

  /** As if there were no proxy. */
  public static final Rule FREE = of(Way.FREE, Way.FREE);

  public static final Rule CUT = new Rule(Door.CUT, Way.FREE, Way.FREE);

  public static final Rule RESET = new Rule(Door.RESET, Way.FREE, Way.FREE);

  /** Connections stay, and all that is sent waits for the end of the rule. */
  public static final Rule HELD = of(Way.HELD, Way.HELD);

  /** Connections stay, and all that is sent is gone. */
  public static final Rule BLACK_HOLE = of(Way.SWALLOWED, Way.SWALLOWED);

  public Rule {
    Objects.requireNonNull(door, "door");
    Objects.requireNonNull(there, "there");
    Objects.requireNonNull(back, "back");
  }

  /** Connections stay. */
  public static Rule of(Way there, Way back) {
    return new Rule(Door.OPEN, there, back);
  }
}
