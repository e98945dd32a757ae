package dev.hookline.emulator.world;

import java.util.Map;

/**
 * What a service message tells.
 *
 * @param kind the field of the Bot API's Message, for example {@code forum_topic_created}
 * @param body that field's object; for a pinned message the id under {@code message_id}
 */
public record Note(String kind, Map<String, Object> body) {

  public static final String TOPIC_CREATED = "forum_topic_created";
  public static final String PINNED = "pinned_message";

  public Note {
    body = Ordered.copy(body);
  }
}
