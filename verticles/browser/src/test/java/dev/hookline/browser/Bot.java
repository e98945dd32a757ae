package dev.hookline.browser;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;

/** A bot that does what a test says, over the Bot API. */
final class Bot {

  private static final int PATIENCE_SECONDS = 10;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI root;
  private final long chat;
  private int seen;

  Bot(URI apiRoot, String token, long chat) {
    this.root = URI.create(apiRoot + "/bot" + token + "/");
    this.chat = chat;
  }

  int createTopic(String name) {
    JsonObject topic = call("createForumTopic", new JsonObject().put("name", name));
    return topic.getInteger("message_thread_id");
  }

  int say(int thread, String text) {
    return say(thread, new JsonObject().put("text", text));
  }

  int say(int thread, JsonObject message) {
    return call("sendMessage", message.put("message_thread_id", thread)).getInteger("message_id");
  }

  void layOut(int thread, JsonArray blocks) {
    JsonObject message = new JsonObject().put("blocks", blocks);
    call(
        "sendRichMessage",
        new JsonObject().put("message_thread_id", thread).put("rich_message", message));
  }

  void edit(int message, String text) {
    call("editMessageText", new JsonObject().put("message_id", message).put("text", text));
  }

  void closeTopic(int thread) {
    ask("closeForumTopic", new JsonObject().put("message_thread_id", thread));
  }

  void sendFile(int thread, String name, String content) {
    sendFile(thread, name, content, "");
  }

  void sendFile(int thread, String name, String content, String caption) {
    String body =
        field("chat_id", String.valueOf(chat))
            + field("message_thread_id", String.valueOf(thread))
            + field("caption", caption)
            + "--edge\r\nContent-Disposition: form-data; name=\"document\"; filename=\""
            + name
            + "\"\r\nContent-Type: text/plain\r\n\r\n"
            + content
            + "\r\n--edge--\r\n";
    post("sendDocument", "multipart/form-data; boundary=edge", body);
  }

  void answer(String callbackQuery, String text, boolean asAlert) {
    ask(
        "answerCallbackQuery",
        new JsonObject()
            .put("callback_query_id", callbackQuery)
            .put("text", text)
            .put("show_alert", asAlert));
  }

  /** The next update that has this part; waits for it. */
  JsonObject next(String part) {
    JsonArray updates = new JsonArray();
    while (true) {
      for (Object each : updates) {
        JsonObject update = (JsonObject) each;
        seen = update.getInteger("update_id") + 1;
        if (update.containsKey(part)) {
          return update.getJsonObject(part);
        }
      }
      JsonObject asked =
          new JsonObject().put("offset", seen).put("limit", 1).put("timeout", PATIENCE_SECONDS);
      updates = ask("getUpdates", asked).getJsonArray("result");
      if (updates.isEmpty()) {
        throw new AssertionError("no " + part + " came in " + PATIENCE_SECONDS + " s");
      }
    }
  }

  private JsonObject call(String method, JsonObject arguments) {
    return ask(method, arguments).getJsonObject("result");
  }

  private JsonObject ask(String method, JsonObject arguments) {
    return post(method, "application/json", arguments.put("chat_id", chat).encode());
  }

  private JsonObject post(String method, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve(method))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      JsonObject answer = new JsonObject(http.send(request, BodyHandlers.ofString()).body());
      if (!answer.getBoolean("ok")) {
        throw new AssertionError(method + " was refused: " + answer.getString("description"));
      }
      return answer;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static String field(String name, String value) {
    return "--edge\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }
}
