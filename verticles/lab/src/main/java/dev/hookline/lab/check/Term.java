package dev.hookline.lab.check;

/**
 * From here on, a node serves the chat.
 *
 * @param at when it was first seen, in milliseconds of the epoch
 */
public record Term(long at, String node, long epoch) {}
