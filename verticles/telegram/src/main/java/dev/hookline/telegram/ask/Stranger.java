package dev.hookline.telegram.ask;

import io.vertx.core.json.JsonObject;
import java.util.List;

/** Tells what a person wrote with their own hand from all else that Telegram delivers. */
public final class Stranger {

  /** Telegram itself, anonymous admins, and channels, which share these ids. */
  private static final List<Long> SHARED = List.of(777_000L, 1_087_968_824L, 136_817_688L);

  /** What makes a message another's words, or not one person's. */
  private static final List<String> NOT_OWN =
      List.of(
          "sender_chat",
          "forward_origin",
          "forward_from",
          "forward_from_chat",
          "forward_date",
          "is_automatic_forward",
          "via_bot",
          "edit_date",
          "business_connection_id",
          "sender_business_bot");

  private Stranger() {}

  /** Whether nobody can be held to account for it: the sender is no single person. */
  public static boolean isNobody(JsonObject from) {
    return !(from.getValue("id") instanceof Number id)
        || id.longValue() <= 0
        || SHARED.contains(id.longValue())
        || !Boolean.FALSE.equals(from.getValue("is_bot"));
  }

  /** Whether a message is not what its sender wrote, there and then. */
  public static boolean isNotOwn(JsonObject message) {
    return NOT_OWN.stream().anyMatch(message::containsKey);
  }
}
