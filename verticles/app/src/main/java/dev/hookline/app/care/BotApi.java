package dev.hookline.app.care;

import dev.hookline.telegram.bot.BotToken;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The few questions that a person's commands ask the Bot API, one after the other. Creates and
 * sends nothing. No exception holds the token.
 */
final class BotApi {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI root;
  private final BotToken token;

  BotApi(URI root, BotToken token) {
    this.root = root;
    this.token = token;
  }

  /**
   * Asks for an object.
   *
   * @throws TelegramSaysNoException when there is none
   */
  JsonObject object(String method, JsonObject arguments) {
    return result(method, arguments) instanceof JsonObject object ? object : new JsonObject();
  }

  /**
   * Asks for a list.
   *
   * @throws TelegramSaysNoException when there is none
   */
  JsonArray list(String method, JsonObject arguments) {
    return result(method, arguments) instanceof JsonArray list ? list : new JsonArray();
  }

  private Object result(String method, JsonObject arguments) {
    JsonObject answer = answer(method, arguments);
    if (Boolean.TRUE.equals(answer.getValue("ok"))) {
      return answer.getValue("result");
    }
    JsonObject parameters =
        answer.getValue("parameters") instanceof JsonObject told ? told : new JsonObject();
    throw new TelegramSaysNoException(
        answer.getValue("error_code") instanceof Number code ? code.intValue() : 0,
        token.hide(String.valueOf(answer.getValue("description", "no reason"))),
        parameters.getValue("migrate_to_chat_id") instanceof Number id ? id.longValue() : 0);
  }

  private JsonObject answer(String method, JsonObject arguments) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + "/bot" + token.value() + "/" + method))
            .header("Content-Type", "application/json")
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofString(arguments.encode()))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
      return new JsonObject(answer.body());
    } catch (IOException unreachable) {
      throw TelegramSaysNoException.unreachable(
          root + " cannot be reached (" + unreachable.getClass().getSimpleName() + ")");
    } catch (DecodeException strange) {
      throw TelegramSaysNoException.unreachable(root + " does not answer like a Bot API");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw TelegramSaysNoException.unreachable("interrupted");
    }
  }
}
