package dev.hookline.emulator;

import dev.hookline.emulator.world.Ordered;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is known of one call: what was asked, what came of it, and what the caller was told.
 *
 * @param seq grows by one
 * @param receivedAt in milliseconds, like all times here
 * @param answeredAt when the answer was out, or it was clear that there would be none; 0 before
 * @param botId 0 when the token is nobody's
 * @param chatId 0 when the call names none, like the thread
 * @param args as texts; a webhook's delivery has the update's fields
 * @param violations what a strict server would have refused
 * @param description null when all is well
 * @param faultId the rule that took part; 0 for none
 * @param heldMillis how long the flood model held it
 * @param whileClosed made before the wait of an earlier 429 was over
 * @param committed whether it had its effect, whatever the caller was told
 * @param messageIds the messages that it made or changed
 * @param response the answer as it would be without a fault; null while there is none
 */
public record CallRecord(
    long seq,
    long receivedAt,
    long answeredAt,
    long botId,
    String verb,
    String method,
    long chatId,
    int threadId,
    Map<String, String> args,
    List<File> files,
    List<String> violations,
    Verdict verdict,
    int status,
    String description,
    long faultId,
    String faultAction,
    long heldMillis,
    boolean whileClosed,
    boolean committed,
    List<Integer> messageIds,
    JsonObject response,
    long bytesWritten,
    long connection) {

  /** A file that came with the call. */
  public record File(String field, String name, int size) {}

  /** How a call ended. */
  public enum Verdict {
    PENDING,
    OK,
    REFUSED,
    FLOOD,
    NOT_EMULATED,
    FAULT,
    UNANSWERED,
    WEBHOOK
  }

  public CallRecord {
    args = Ordered.copy(args);
    files = List.copyOf(files);
    violations = List.copyOf(violations);
    messageIds = List.copyOf(messageIds);
  }

  /** As the control port tells it. */
  public JsonObject toJson() {
    JsonArray listed = new JsonArray();
    files.forEach(
        file ->
            listed.add(
                new JsonObject()
                    .put("field", file.field())
                    .put("name", file.name())
                    .put("size", file.size())));
    JsonObject fault = new JsonObject().put("id", faultId).put("action", faultAction);
    return new JsonObject()
        .put("seq", seq)
        .put("received_at", receivedAt)
        .put("answered_at", answeredAt == 0 ? null : answeredAt)
        .put("bot_id", botId == 0 ? null : botId)
        .put("verb", verb)
        .put("method", method)
        .put("chat_id", chatId == 0 ? null : chatId)
        .put("thread_id", threadId == 0 ? null : threadId)
        .put("args", new JsonObject(Ordered.<String, Object>copy(args)))
        .put("files", listed)
        .put("violations", new JsonArray(violations))
        .put("verdict", verdict.name().toLowerCase(Locale.ROOT))
        .put("status", status == 0 ? null : status)
        .put("description", description)
        .put("fault", faultId == 0 ? null : fault)
        .put("held_millis", heldMillis)
        .put("while_closed", whileClosed)
        .put("committed", committed)
        .put("message_ids", new JsonArray(messageIds))
        .put("response", response)
        .put("bytes_written", bytesWritten)
        .put("connection", connection);
  }
}
