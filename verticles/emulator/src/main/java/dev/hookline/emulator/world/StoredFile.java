package dev.hookline.emulator.world;

/**
 * A file that somebody sent. The content is never changed.
 *
 * @param path below the bot's download address
 */
public record StoredFile(
    String id, String uniqueId, String path, String name, String mimeType, Bytes content) {}
