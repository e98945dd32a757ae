package dev.hookline.emulator.engine;

import dev.hookline.emulator.call.Args;

/**
 * One request for a method, as it came.
 *
 * @param method as it was written
 */
public record Request(String verb, String token, String method, Args args) {}
