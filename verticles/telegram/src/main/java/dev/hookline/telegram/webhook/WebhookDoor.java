package dev.hookline.telegram.webhook;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.UpdatesStored;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.Store;
import dev.hookline.telegram.poll.UpdateReader;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where Telegram posts updates: on every node, whoever serves the chat. What is posted is stored
 * before it is answered with 200, and told to all; a post that is answered otherwise comes again.
 */
public final class WebhookDoor {

  private static final Logger LOGGER = LoggerFactory.getLogger(WebhookDoor.class);
  private static final String SECRET = "X-Telegram-Bot-Api-Secret-Token";
  private static final int MOST_BYTES = 1 << 20; // Telegram drops updates of more than 64 KiB
  private static final int IDLE_SECONDS = 60;

  private final Vertx vertx;
  private final WebhookOptions options;
  private final Store store;
  private final long bot;
  private final String path;
  private final byte[] secret;
  private HttpServer server;

  /**
   * @param bot the bot's user id
   */
  public WebhookDoor(Vertx vertx, WebhookOptions options, Store store, long bot) {
    this.vertx = vertx;
    this.options = options;
    this.store = store;
    this.bot = bot;
    this.path = options.url().getRawPath().isEmpty() ? "/" : options.url().getRawPath();
    this.secret = options.secret().getBytes(StandardCharsets.UTF_8);
  }

  /** Completes when the door is open. */
  public Future<Void> open() {
    server =
        vertx.createHttpServer(
            new HttpServerOptions()
                .setHttp2ClearTextEnabled(false)
                .setIdleTimeout(IDLE_SECONDS)
                .setMaxHeaderSize(8_192));
    return server
        .requestHandler(this::receive)
        .listen(options.port(), options.host())
        .onSuccess(ignored -> LOGGER.atInfo().addKeyValue("port", port()).log("webhook is open"))
        .recover(cause -> Future.failedFuture(notOpen(cause)))
        .mapEmpty();
  }

  /** The port, once it is open. */
  public int port() {
    return server.actualPort();
  }

  public Future<Void> close() {
    return server.close();
  }

  private IllegalStateException notOpen(Throwable cause) {
    return new IllegalStateException(
        "cannot listen on "
            + options.host()
            + ", port "
            + options.port()
            + " ("
            + cause.getMessage()
            + "): end what listens there, or set telegram.webhook.host or telegram.webhook.port",
        cause);
  }

  // The secret is asked for first: a stranger gets nothing read and nothing kept.
  private void receive(HttpServerRequest request) {
    if (!path.equals(request.path())) {
      refuse(request, 404);
    } else if (!knowsSecret(request.getHeader(SECRET))) {
      LOGGER.atWarn().log("a post without the webhook's secret was refused");
      refuse(request, 401);
    } else if (!HttpMethod.POST.equals(request.method())) {
      refuse(request, 405);
    } else {
      read(request);
    }
  }

  private boolean knowsSecret(String presented) {
    return presented != null
        && MessageDigest.isEqual(secret, presented.getBytes(StandardCharsets.UTF_8));
  }

  // A body that is too long is read to its end, and not kept: whoever is cut off while sending does
  // not get to read why.
  private void read(HttpServerRequest request) {
    Buffer body = Buffer.buffer();
    request.handler(
        bytes -> {
          if (body.length() <= MOST_BYTES) {
            body.appendBuffer(bytes);
          }
        });
    request.endHandler(ignored -> keep(request, body));
  }

  private void keep(HttpServerRequest request, Buffer body) {
    if (body.length() > MOST_BYTES) {
      refuse(request, 413);
      return;
    }
    IncomingUpdate update = update(body);
    if (update == null) {
      refuse(request, 400);
      return;
    }
    store
        .updates()
        .store(bot, List.of(update), store.clock().instant())
        .onSuccess(
            ignored -> {
              request.response().end();
              Addresses.UPDATES_STORED.tellAll(vertx.eventBus(), new UpdatesStored());
            })
        .onFailure(
            cause -> {
              LOGGER
                  .atWarn()
                  .addKeyValue("reason", String.valueOf(cause.getMessage()))
                  .log("an update could not be stored; Telegram posts it again");
              request.response().putHeader("Retry-After", "1").setStatusCode(503).end();
            });
  }

  private static IncomingUpdate update(Buffer body) {
    try {
      return UpdateReader.read(body.toString(StandardCharsets.UTF_8)).orElse(null);
    } catch (RuntimeException noUpdate) { // not JSON
      return null;
    }
  }

  // What is still to come of the request is not read: the connection ends with the answer.
  private static void refuse(HttpServerRequest request, int status) {
    request
        .response()
        .putHeader("Connection", "close")
        .setStatusCode(status)
        .end()
        .onSuccess(ignored -> request.connection().close());
  }
}
