package dev.hookline.emulator.world;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something that a bot is to be told.
 *
 * @param kind the field of the Bot API's Update, for example {@code message}
 * @param body that field's object
 * @param expiresAt when it is forgotten, in milliseconds
 * @param queue what must be told in order: the chat's id, or the user's for callbacks
 */
public record Update(int id, String kind, Map<String, Object> body, long expiresAt, long queue) {

  /** As it is written. */
  public Map<String, Object> wire() {
    Map<String, Object> wire = new LinkedHashMap<>();
    wire.put("update_id", id);
    wire.put(kind, body);
    return wire;
  }
}
