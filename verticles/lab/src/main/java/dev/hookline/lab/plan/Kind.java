package dev.hookline.lab.plan;

/** What goes wrong. */
public enum Kind {
  /** A node is killed as {@code kill -9} does, and started again when the fault ends. */
  KILL,
  /** A node does not run: {@code SIGSTOP}, then {@code SIGCONT}. */
  FREEZE,
  /** A node is asked to stop, and started again when the fault ends. */
  STOP,
  /** Two nodes do not reach one another. */
  PART_NODES,
  /** A node does not reach the database. */
  PART_STORE,
  /** A node does not reach Telegram. */
  PART_TELEGRAM,
  /** No node reaches another: no membership, no locks, no hints. */
  PART_ALL,
  /** The database is killed, and started again when the fault ends. */
  CRASH_STORE,
  /** A node's clock on the wall is wrong. */
  CLOCK;

  /** Whether the process itself is what suffers: one such fault at a time for each node. */
  boolean concernsProcess() {
    return this == KILL || this == FREEZE || this == STOP;
  }

  /** Whether the node can serve nobody while it lasts. */
  boolean disables() {
    return concernsProcess() || this == PART_STORE || this == PART_TELEGRAM;
  }

  /** Whether it concerns one node, and not all of them or something beside them. */
  boolean hasNode() {
    return this != PART_ALL && this != CRASH_STORE;
  }

  /** Whether it is about the network, and has a manner. */
  public boolean isPartition() {
    return this == PART_NODES || this == PART_STORE || this == PART_TELEGRAM || this == PART_ALL;
  }
}
