package dev.hookline.console;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.SocketAddress;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a browser does, and what a page on another site can make it do. */
final class Browser {

  private final Vertx vertx;
  private final HttpClient client;
  private final WebSocketClient sockets;
  private final int port;

  String host = "127.0.0.1";
  String origin;
  String cookie;

  Browser(Vertx vertx, int port) {
    this.vertx = vertx;
    this.client = vertx.createHttpClient();
    this.sockets = vertx.createWebSocketClient();
    this.port = port;
  }

  /** What came back. */
  record Answer(int status, HttpClientResponse response, String body) {
    JsonObject json() {
      return new JsonObject(body);
    }
  }

  Answer get(String path) {
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
            .setHost(host)
            .setPort(port)
            .setURI(path)
            .setMethod(HttpMethod.GET);
    if (origin != null) {
      options.putHeader("Origin", origin);
    }
    if (cookie != null) {
      options.putHeader("Cookie", cookie);
    }
    Promise<Answer> answer = Promise.promise();
    // On an event loop: elsewhere the body could have passed before one listens to it.
    vertx.runOnContext(ignored -> exchange(options).onComplete(answer));
    return await(answer.future());
  }

  /** Posts a body as a page of the console does, but for what a test says of it. */
  Answer post(String path, String type, String body) {
    RequestOptions options =
        new RequestOptions()
            .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
            .setHost(host)
            .setPort(port)
            .setURI(path)
            .setMethod(HttpMethod.POST)
            .putHeader("Content-Type", type);
    if (origin != null) {
      options.putHeader("Origin", origin);
    }
    if (cookie != null) {
      options.putHeader("Cookie", cookie);
    }
    Promise<Answer> answer = Promise.promise();
    vertx.runOnContext(ignored -> exchange(options, body).onComplete(answer));
    return await(answer.future());
  }

  private Future<Answer> exchange(RequestOptions options) {
    return exchange(options, "");
  }

  private Future<Answer> exchange(RequestOptions options, String body) {
    return client
        .request(options)
        .compose(request -> body.isEmpty() ? request.send() : request.send(body))
        .compose(
            response ->
                response
                    .body()
                    .map(Buffer::toString)
                    .map(words -> new Answer(response.statusCode(), response, words)));
  }

  /** Opens the link and keeps the cookie. */
  void signIn(String link) {
    Answer answer = get(link.substring(link.indexOf("/?")));
    String set = answer.response().getHeader("Set-Cookie");
    cookie = set.substring(0, set.indexOf(';'));
  }

  /** Opens the bridge's socket; fails as the handshake fails. */
  Future<Socket> bridge() {
    WebSocketConnectOptions options =
        new WebSocketConnectOptions()
            .setServer(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
            .setHost(host)
            .setPort(port)
            .setURI("/eventbus/websocket");
    if (origin != null) {
      options.putHeader("Origin", origin);
    }
    if (cookie != null) {
      options.putHeader("Cookie", cookie);
    }
    BlockingQueue<JsonObject> received = new LinkedBlockingQueue<>();
    return sockets
        .webSocket()
        .binaryMessageHandler(bytes -> received.add(bytes.toJsonObject()))
        .connect(options)
        .map(
            socket ->
                new Socket(
                    message -> await(socket.writeTextMessage(message.encode())),
                    () -> await(socket.close()),
                    received));
  }

  /** An open bridge. */
  record Socket(Sender sender, Runnable closer, BlockingQueue<JsonObject> received) {

    void send(JsonObject message) {
      sender.send(message);
    }

    /** A frame as the bridge's protocol wants it. */
    static JsonObject frame(String type, String address) {
      return new JsonObject().put("type", type).put("address", address);
    }

    void close() {
      closer.run();
    }

    JsonObject next() throws InterruptedException {
      return received.poll(5, TimeUnit.SECONDS);
    }
  }

  /** Sends one message. */
  interface Sender {
    void send(JsonObject message);
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }
}
