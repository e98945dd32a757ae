package dev.hookline.emulator.call;

import dev.hookline.emulator.world.Bot;
import java.util.List;

/**
 * One call of a method by a bot.
 *
 * @param violations gets what a strict server would refuse
 */
public record Call(Bot bot, Args args, List<String> violations) {}
