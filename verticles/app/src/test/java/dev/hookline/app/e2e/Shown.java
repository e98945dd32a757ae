package dev.hookline.app.e2e;

import io.vertx.core.json.JsonObject;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A message as a person sees it.
 *
 * @param id its id: ids grow in the order in which messages were shown
 * @param thread the topic; 1 or 0 outside of topics
 * @param text its text, its caption, or what its file says
 * @param deleted whether it was taken back
 */
record Shown(long id, long thread, String text, boolean deleted) {

  private static final Pattern MARK = Pattern.compile("⟦[^⟧]+⟧");

  static Shown of(JsonObject entry, UnaryOperator<String> file) {
    JsonObject message = entry.getJsonObject("message");
    JsonObject document = message.getJsonObject("document");
    String words = Chat.text(message);
    String text = document == null ? words : words + file.apply(document.getString("file_id"));
    return new Shown(
        message.getLong("message_id"),
        entry.getLong("thread_id", 0L),
        text,
        entry.getBoolean("deleted"));
  }

  /** The events that it shows, by their marks, in the order of the text. */
  Stream<String> marks() {
    return MARK.matcher(text).results().map(found -> found.group());
  }
}
