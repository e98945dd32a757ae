package dev.hookline.emulator.world;

/**
 * Somebody with an account: a human or a bot.
 *
 * @param username without the at sign; empty when there is none
 */
public record Person(long id, boolean bot, String firstName, String username) {}
