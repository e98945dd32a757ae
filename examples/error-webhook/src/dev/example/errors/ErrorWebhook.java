package dev.example.errors;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.eventbus.Message;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts every error of an agent to a web address, as JSON. Its config has one value, {@code url}.
 *
 * <p>It hears of an event after the event is stored, once, on the node that took it. What the
 * address does not take is logged and not tried again: a verticle that must have everything reads
 * the store through the bus instead.
 */
public final class ErrorWebhook extends VerticleBase {

  private static final Logger LOGGER = LoggerFactory.getLogger(ErrorWebhook.class);
  private static final String EVENTS = "hookline.event.accepted";
  private static final Set<String> ERRORS = Set.of("error", "tool_error");
  private static final long PATIENCE_MILLIS = 10_000;

  private RequestOptions target;
  private HttpClient client; // in a field, or it would be closed when it is collected

  @Override
  public Future<?> start() {
    String url = config().getString("url", "");
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      return Future.failedFuture("config.url is \"" + url + "\": write a web address");
    }
    target =
        new RequestOptions()
            .setAbsoluteURI(url)
            .setMethod(HttpMethod.POST)
            .setTimeout(PATIENCE_MILLIS)
            .putHeader("Content-Type", "application/json");
    client = vertx.createHttpClient();
    return vertx.eventBus().<JsonObject>localConsumer(EVENTS, this::hear).completion();
  }

  private void hear(Message<JsonObject> message) {
    JsonObject event = message.body();
    if (ERRORS.contains(event.getString("type"))) {
      client
          .request(new RequestOptions(target))
          .compose(request -> request.send(event.toBuffer()))
          .compose(HttpClientResponse::end)
          .onFailure(cause -> LOGGER.atWarn().setCause(cause).log("an error was not posted"));
    }
  }
}
