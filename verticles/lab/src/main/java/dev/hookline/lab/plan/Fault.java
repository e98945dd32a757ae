package dev.hookline.lab.plan;

import java.util.Locale;
import java.util.Objects;

/**
 * Something goes wrong for a while.
 *
 * @param at when it begins, in milliseconds from the beginning
 * @param node the node that suffers, from 1; 0 when it is none or all
 * @param other the second node of a partition between two; else 0
 * @param manner how a network fails; null for anything else
 * @param millis how long it lasts
 * @param clockError by how many milliseconds a clock is wrong; else 0
 */
public record Fault(
    long at, Kind kind, int node, int other, Manner manner, long millis, long clockError) {

  public Fault {
    Objects.requireNonNull(kind, "kind");
    if (at < 0 || millis < 0) {
      throw new IllegalArgumentException("a fault begins and lasts 0 ms or more");
    }
    if (kind.isPartition() != (manner != null) || kind.hasNode() != (node > 0)) {
      throw new IllegalArgumentException(kind + " has other parts");
    }
  }

  /** A fault of a node. */
  public static Fault of(Kind kind, int node, long at, long millis) {
    return new Fault(at, kind, node, 0, null, millis, 0);
  }

  /** A partition that concerns one node, or all when it is 0. */
  public static Fault part(Kind kind, int node, Manner manner, long at, long millis) {
    return new Fault(at, kind, node, 0, manner, millis, 0);
  }

  public static Fault partNodes(int node, int other, Manner manner, long at, long millis) {
    return new Fault(at, Kind.PART_NODES, node, other, manner, millis, 0);
  }

  public static Fault crashStore(long at, long millis) {
    return new Fault(at, Kind.CRASH_STORE, 0, 0, null, millis, 0);
  }

  public static Fault clock(int node, long error, long at, long millis) {
    return new Fault(at, Kind.CLOCK, node, 0, null, millis, error);
  }

  /** When it is over. */
  public long end() {
    return at + millis;
  }

  /** Whether there is a moment at which both are. */
  boolean overlaps(Fault that, long margin) {
    return at < that.end() + margin && that.at < end() + margin;
  }

  /** What it is, without when. */
  public String label() {
    StringBuilder text = new StringBuilder(kind.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    if (node > 0) {
      text.append(" node-").append(node);
    }
    if (other > 0) {
      text.append(" and node-").append(other);
    }
    if (manner != null) {
      text.append(", ").append(manner.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }
    if (clockError != 0) {
      text.append(String.format(Locale.ROOT, " by %+.1f s", clockError / 1e3));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%8.1f s  %s, for %.1f s", at / 1e3, label(), millis / 1e3);
  }
}
