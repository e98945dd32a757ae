package dev.hookline.lab.plan;

import dev.hookline.lab.proxy.Rule;
import dev.hookline.lab.proxy.Way;
import java.time.Duration;

/** In which way a network fails. */
public enum Manner {
  /** Connections are refused and closed. */
  CUT,
  /** Connections are reset. */
  RESET,
  /** What is sent is gone, and nobody is told. */
  BLACK_HOLE,
  /** What is sent arrives when it is over. */
  HELD,
  /** Requests arrive and answers do not. */
  DEAF,
  /** All arrives, late and in small pieces. */
  SLOW;

  private static final Way MUD = new Way(Way.Mode.PASS, Duration.ofMillis(300), 20_000);

  /** What a proxy is told. */
  public Rule rule() {
    return switch (this) {
      case CUT -> Rule.CUT;
      case RESET -> Rule.RESET;
      case BLACK_HOLE -> Rule.BLACK_HOLE;
      case HELD -> Rule.HELD;
      case DEAF -> Rule.of(Way.FREE, Way.SWALLOWED);
      case SLOW -> Rule.of(MUD, MUD);
    };
  }
}
