package dev.hookline.telegram.bot;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.TextPart;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetSocket;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class BotGatewayTest {

  private static final String SECRET = "AAF-canary_canary_canary_canary_cana";
  private static final BotToken TOKEN = new BotToken("123456789:" + SECRET);
  private static final long CHAT = -1001;
  private static final String POSTED =
      "{\"ok\":true,\"result\":{\"message_id\":42,\"message_thread_id\":7,\"date\":1,"
          + "\"chat\":{\"id\":-1001,\"type\":\"supergroup\"}}}";

  private Vertx vertx;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
  }

  @AfterEach
  void stop() throws Exception {
    await(vertx.close());
  }

  @Test
  void tells_the_message_and_its_topic_when_telegram_has_it() throws Exception {
    try (RawServer server = new RawServer(vertx, RawServer.answering(200, POSTED))) {
      // When
      CallOutcome<Posted> outcome =
          await(gateway(server.root()).sendText(CHAT, 7, text("hi"), Keyboard.NONE, false));

      // Then
      assertThat(outcome).isEqualTo(new CallOutcome.Done<>(new Posted(42, 7, null)));
    }
  }

  @Test
  void sends_plain_text_with_entities_and_without_link_previews() throws Exception {
    try (RawServer server = new RawServer(vertx, RawServer.answering(200, POSTED))) {
      // Given
      MessageEntity bold = MessageEntity.builder().type("bold").offset(0).length(2).build();

      // When
      await(
          gateway(server.root())
              .sendText(CHAT, 7, new TextPart("hi", List.of(bold)), Keyboard.NONE, false));

      // Then
      assertThat(server.requests().get(0))
          .contains("\"is_disabled\":true", "\"type\":\"bold\"", "\"message_thread_id\":7")
          .doesNotContain("parse_mode");
    }
  }

  @Test
  void uploads_a_document_with_its_bytes_unchanged() throws Exception {
    try (RawServer server = new RawServer(vertx, RawServer.answering(200, POSTED))) {
      // Given
      byte[] content = "line\r\n--hookline\r\n\u00e4".getBytes(StandardCharsets.UTF_8);

      // When
      CallOutcome<Posted> outcome =
          await(
              gateway(server.root())
                  .sendDocument(
                      CHAT,
                      7,
                      new DocumentPart("a\".txt", content, "why", List.of()),
                      Keyboard.NONE,
                      false));

      // Then
      assertThat(outcome).isInstanceOf(CallOutcome.Done.class);
      assertThat(server.requests().get(0))
          .contains("filename=\"a_.txt\"", "\r\n\r\n" + new String(content, StandardCharsets.UTF_8))
          .contains("name=\"message_thread_id\"\r\n\r\n7\r\n");
    }
  }

  @Test
  void tells_a_refusal_with_the_time_that_telegram_asks_for() throws Exception {
    String body =
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 35\","
            + "\"parameters\":{\"retry_after\":35}}";
    try (RawServer server = new RawServer(vertx, RawServer.answering(429, body))) {
      // When
      CallOutcome<Long> outcome = await(gateway(server.root()).createTopic(CHAT, "name"));

      // Then
      assertThat(outcome)
          .isEqualTo(
              new CallOutcome.Refused<>(429, "Too Many Requests: retry after 35", 35_000, 0));
    }
  }

  @Test
  void reads_the_wait_from_the_words_when_nothing_else_says_it() throws Exception {
    String body =
        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 9\"}";
    try (RawServer server = new RawServer(vertx, RawServer.answering(429, body))) {
      // When
      CallOutcome<Long> outcome = await(gateway(server.root()).createTopic(CHAT, "name"));

      // Then
      assertThat(((CallOutcome.Refused<Long>) outcome).retryAfterMillis()).isEqualTo(9_000);
    }
  }

  static Stream<Arguments> faults() {
    String created = "{\"ok\":true,\"result\":{\"message_thread_id\":7,\"name\":\"n\"}}";
    String whole = RawServer.response(200, created);
    return Stream.of(
        fault("reset", (socket, request) -> socket.close()),
        fault(
            "half a body",
            (socket, request) ->
                socket
                    .write(whole.substring(0, whole.length() - 9))
                    .onComplete(x -> socket.close())),
        fault("half JSON", RawServer.answering(200, "{\"ok\":true,\"result\":{\"mess")),
        fault("empty 200", RawServer.answering(200, "")),
        fault("200 of no sense", RawServer.answering(200, "{\"ok\":true}")),
        fault("HTML", RawServer.answering(502, "<html><h1>502 Bad Gateway</h1></html>")),
        fault(
            "500 in JSON",
            RawServer.answering(
                500,
                "{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error:"
                    + " restart\"}")),
        fault(
            "503 that asks to come again",
            (socket, request) ->
                socket.write("HTTP/1.1 503 X\r\nRetry-After: 0\r\nContent-Length: 2\r\n\r\n{}")),
        fault(
            "408",
            (socket, request) -> socket.write("HTTP/1.1 408 X\r\nContent-Length: 2\r\n\r\n{}")),
        fault(
            "redirect",
            (socket, request) ->
                socket.write(
                    "HTTP/1.1 307 X\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n")),
        fault("silence", (socket, request) -> {}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void sends_once_and_claims_to_know_nothing_after(
      String name, BiConsumer<NetSocket, String> behaviour) throws Exception {
    try (RawServer server = new RawServer(vertx, behaviour)) {
      // When
      CallOutcome<Long> outcome = await(gateway(server.root(), 400).createTopic(CHAT, "name"));

      // Then
      assertThat(outcome).isInstanceOf(CallOutcome.Unknown.class);
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void uses_a_connection_of_its_own_for_every_call() throws Exception {
    List<NetSocket> sockets = new ArrayList<>();
    BiConsumer<NetSocket, String> behaviour =
        (socket, request) -> {
          sockets.add(socket);
          socket.write(RawServer.response(200, POSTED));
        };
    try (RawServer server = new RawServer(vertx, behaviour)) {
      // Given
      BotGateway gateway = gateway(server.root());

      // When
      await(gateway.sendText(CHAT, 7, text("one"), Keyboard.NONE, false));
      await(gateway.sendText(CHAT, 7, text("two"), Keyboard.NONE, false));

      // Then
      assertThat(sockets).doesNotHaveDuplicates().hasSize(2);
    }
  }

  @Test
  void knows_that_nothing_was_sent_when_nobody_listens() throws Exception {
    // Given
    URI nobody = freeAddress();

    // When
    CallOutcome<Long> outcome = await(gateway(nobody).createTopic(CHAT, "name"));

    // Then
    assertThat(outcome).isInstanceOf(CallOutcome.NotSent.class);
  }

  @Test
  void never_lets_the_token_out() throws Exception {
    // Given
    ListAppender<ILoggingEvent> logs = record();
    List<CallOutcome<?>> outcomes = new ArrayList<>();

    // When
    try (RawServer silent = new RawServer(vertx, (socket, request) -> {});
        RawServer closing = new RawServer(vertx, (socket, request) -> socket.close());
        RawServer echo =
            new RawServer(
                vertx,
                RawServer.answering(
                    400,
                    "{\"ok\":false,\"error_code\":400,\"description\":\"no /bot"
                        + TOKEN.value()
                        + "/x\"}"))) {
      for (URI root :
          List.of(
              silent.root(),
              closing.root(),
              echo.root(),
              freeAddress(),
              URI.create("http://no.such.host.invalid"),
              URI.create("https://127.0.0.1:" + silent.root().getPort()))) {
        outcomes.add(await(gateway(root, 300).sendText(CHAT, 7, text("hi"), Keyboard.NONE, false)));
      }
    }

    forgetLogs(logs);

    // Then
    assertThat(outcomes.toString() + TOKEN).doesNotContain(SECRET);
    assertThat(logs.list)
        .allSatisfy(
            event ->
                assertThat(
                        event.getFormattedMessage()
                            + event.getKeyValuePairs()
                            + ThrowableProxyUtil.asString(event.getThrowableProxy()))
                    .doesNotContain(SECRET));
  }

  @Test
  void ends_a_call_under_way_when_it_is_closed() throws Exception {
    try (RawServer server = new RawServer(vertx, (socket, request) -> {})) {
      // Given
      VertxTelegramClient client =
          new VertxTelegramClient(vertx, server.root(), TOKEN, 60_000, () -> null);
      Future<CallOutcome<Long>> call = new BotGateway(client, TOKEN).me();
      while (server.requests().isEmpty()) {
        Thread.onSpinWait();
      }

      // When
      await(client.close());

      // Then
      assertThat(await(call)).isInstanceOf(CallOutcome.Unknown.class);
    }
  }

  @Test
  void sends_nothing_when_there_is_an_objection_by_the_time_the_connection_stands()
      throws Exception {
    try (RawServer server = new RawServer(vertx, RawServer.answering(200, "{}"))) {
      // Given
      VertxTelegramClient client =
          new VertxTelegramClient(vertx, server.root(), TOKEN, 10_000, () -> "it is too late");

      // When
      CallOutcome<Long> outcome = await(new BotGateway(client, TOKEN).me());

      // Then
      assertThat(outcome).isEqualTo(new CallOutcome.NotSent<>("it is too late"));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void keeps_updates_as_telegram_wrote_them() throws Exception {
    String body = "{\"ok\":true,\"result\":[{\"update_id\":5,\"from_the_future\":{\"x\":1}}]}";
    try (RawServer server = new RawServer(vertx, RawServer.answering(200, body))) {
      // When
      CallOutcome<List<String>> outcome =
          await(gateway(server.root()).updates(5, 100, 0, List.of("message")));

      // Then
      assertThat(outcome)
          .isEqualTo(
              new CallOutcome.Done<>(List.of("{\"update_id\":5,\"from_the_future\":{\"x\":1}}")));
    }
  }

  private static ListAppender<ILoggingEvent> record() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> logs = new ListAppender<>();
    logs.start();
    root.setLevel(Level.TRACE);
    root.addAppender(logs);
    return logs;
  }

  private static void forgetLogs(ListAppender<ILoggingEvent> logs) {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.detachAppender(logs);
    root.setLevel(Level.INFO);
  }

  private static Arguments fault(String name, BiConsumer<NetSocket, String> behaviour) {
    return Arguments.of(name, behaviour);
  }

  private static TextPart text(String text) {
    return new TextPart(text, List.of());
  }

  private BotGateway gateway(URI root) {
    return gateway(root, 10_000);
  }

  private BotGateway gateway(URI root, long timeoutMillis) {
    return new BotGateway(
        new VertxTelegramClient(vertx, root, TOKEN, timeoutMillis, () -> null), TOKEN);
  }

  private static URI freeAddress() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
  }

  private static <T> T await(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
  }
}
