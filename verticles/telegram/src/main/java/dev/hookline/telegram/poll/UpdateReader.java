package dev.hookline.telegram.poll;

import dev.hookline.store.IncomingUpdate;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;

/** Finds in an update what it is about, without understanding all of it. */
public final class UpdateReader {

  private static final List<String> NEW_MESSAGES = List.of("message", "channel_post");

  private UpdateReader() {}

  /** The update as it is kept; empty when it is none. */
  public static Optional<IncomingUpdate> read(String body) {
    JsonObject update = new JsonObject(body);
    if (!(update.getValue("update_id") instanceof Number id)) {
      return Optional.empty();
    }
    JsonObject message =
        NEW_MESSAGES.stream()
            .map(kind -> object(update, kind))
            .filter(found -> !found.isEmpty())
            .findFirst()
            .orElse(new JsonObject());
    return Optional.of(
        new IncomingUpdate(
            id.longValue(),
            chat(update),
            number(message, "message_id"),
            number(message, "message_thread_id"),
            body));
  }

  // Every kind of update holds its chat directly or in its message.
  private static long chat(JsonObject update) {
    for (String kind : update.fieldNames()) {
      JsonObject about = object(update, kind);
      long direct = number(object(about, "chat"), "id");
      long inMessage = number(object(object(about, "message"), "chat"), "id");
      if (direct != 0 || inMessage != 0) {
        return direct != 0 ? direct : inMessage;
      }
    }
    return 0;
  }

  static JsonObject object(JsonObject parent, String key) {
    return parent.getValue(key) instanceof JsonObject child ? child : new JsonObject();
  }

  static long number(JsonObject parent, String key) {
    return parent.getValue(key) instanceof Number number ? number.longValue() : 0;
  }
}
