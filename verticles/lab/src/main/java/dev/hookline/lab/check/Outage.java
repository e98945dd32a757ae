package dev.hookline.lab.check;

/**
 * A time in which a node could not serve the chat. Times are milliseconds of the epoch.
 *
 * @param announced whether the node was asked to stop, and could give the chat away
 */
public record Outage(String node, long from, long to, boolean announced) {}
