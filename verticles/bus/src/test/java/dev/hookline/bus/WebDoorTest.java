package dev.hookline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.testkit.Waits;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What web pages get, through SockJS. */
class WebDoorTest {

  private static final JsonObject TOKEN = new JsonObject().put("token", OpenBus.TOKEN);

  @TempDir private Path directory;
  private OpenBus bus;
  private WebSocketClient client;
  private final BlockingQueue<String> received = new LinkedBlockingQueue<>();

  @BeforeEach
  void open() {
    bus = OpenBus.in(directory);
    client = bus.vertx().createWebSocketClient();
  }

  @AfterEach
  void close() {
    bus.close();
  }

  @Test
  void lets_a_page_with_the_token_follow_a_session() throws InterruptedException {
    WebSocket page = connect("/bus/websocket", OpenBus.ORIGIN);
    page.writeTextMessage(frame("send", "hookline.auth", TOKEN).encode());
    assertThat(next().getString("type")).isEqualTo("rec");
    page.writeTextMessage(frame("register", "hookline.events.s-1", null).encode());
    next();

    bus.accept(OpenBus.ONE, "hello");

    assertThat(next().getJsonObject("body").getString("content")).isEqualTo("hello");
  }

  @Test
  void speaks_the_frames_of_sockjs_too() throws InterruptedException {
    WebSocket page = connect("/bus/123/abcdefgh/websocket", OpenBus.ORIGIN);
    assertThat(text()).isEqualTo("o");
    String hello = frame("send", "hookline.auth", TOKEN).encode();
    page.writeTextMessage(new JsonArray().add(hello).encode());

    assertThat(text()).startsWith("a[").contains("protocol");
  }

  @Test
  void does_nothing_for_a_page_without_the_token() throws InterruptedException {
    WebSocket page = connect("/bus/websocket", OpenBus.ORIGIN);
    Promise<Void> closed = Promise.promise();
    page.closeHandler(ignored -> closed.complete());
    page.writeTextMessage(frame("register", "hookline.sessions", null).encode());

    assertThat(next().getInteger("failureCode")).isEqualTo(401);
    Waits.result(closed.future());
  }

  @Test
  void lets_no_page_filter() throws InterruptedException {
    WebSocket page = connect("/bus/websocket", OpenBus.ORIGIN);
    page.writeTextMessage(frame("send", "hookline.auth", TOKEN).encode());
    next();
    page.writeTextMessage(frame("register", "hookline.filter.quiet", null).encode());

    assertThat(next().getString("message")).isEqualTo("access_denied");
  }

  @Test
  void refuses_a_page_of_another_origin() {
    Throwable refused =
        Waits.failure(client.connect(options("/bus/websocket", "https://evil.example")));

    assertThat(refused)
        .isInstanceOfSatisfying(
            UpgradeRejectedException.class, it -> assertThat(it.getStatus()).isEqualTo(403));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/bus",
        "/bus/",
        "/bus/iframe.html",
        "/bus/123/abcdefgh/xhr",
        "/bus/123/abcdefgh/xhr_streaming",
        "/bus/123/abcdefgh/xhr_send",
        "/bus/123/abcdefgh/eventsource",
        "/bus/123/abcdefgh/htmlfile",
        "/bus/123/abcdefgh/jsonp"
      })
  void has_no_other_transport(String path) {
    int status =
        Waits.result(
            bus.vertx()
                .createHttpClient()
                .request(HttpMethod.GET, bus.webPort(), "127.0.0.1", path)
                .compose(HttpClientRequest::send)
                .map(response -> response.statusCode()));

    assertThat(status).isEqualTo(404);
  }

  private WebSocket connect(String path, String origin) {
    return Waits.result(
        client
            .connect(options(path, origin))
            .onSuccess(socket -> socket.textMessageHandler(received::add)));
  }

  private WebSocketConnectOptions options(String path, String origin) {
    return new WebSocketConnectOptions()
        .setHost("127.0.0.1")
        .setPort(bus.webPort())
        .setURI(path)
        .addHeader("Origin", origin);
  }

  private String text() throws InterruptedException {
    return received.poll(20, TimeUnit.SECONDS);
  }

  private JsonObject next() throws InterruptedException {
    return new JsonObject(text());
  }

  private static JsonObject frame(String type, String address, JsonObject body) {
    return new JsonObject()
        .put("type", type)
        .put("address", address)
        .put("replyAddress", "answer")
        .put("body", body);
  }
}
