package dev.hookline.lab.check;

/**
 * Something that a person gave for an agent.
 *
 * @param id names it
 * @param delivered how often the agent got it
 */
public record Input(String id, int delivered) {}
