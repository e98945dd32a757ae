package dev.hookline.telegram.bot;

import io.vertx.core.json.JsonObject;
import java.util.List;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Reads a batch of updates without understanding them: what is kept is what Telegram wrote, and one
 * update of an unknown shape does not spoil its neighbours.
 */
final class UpdateBatch {

  private UpdateBatch() {}

  static List<String> read(String body, GetUpdates method) throws TelegramApiRequestException {
    JsonObject answer = new JsonObject(body);
    if (!Boolean.TRUE.equals(answer.getBoolean("ok"))) {
      method.deserializeResponse(body); // throws the refusal
    }
    return answer.getJsonArray("result").stream()
        .filter(JsonObject.class::isInstance)
        .map(update -> ((JsonObject) update).encode())
        .toList();
  }
}
