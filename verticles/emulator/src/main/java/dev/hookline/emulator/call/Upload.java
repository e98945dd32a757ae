package dev.hookline.emulator.call;

import dev.hookline.emulator.world.Bytes;

/**
 * A file that came with a call.
 *
 * @param field the name of its part
 */
public record Upload(String field, String name, String mimeType, Bytes content) {}
