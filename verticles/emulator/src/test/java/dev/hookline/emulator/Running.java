package dev.hookline.emulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** An emulator that runs, and a plain HTTP client that shares no code with it. */
final class Running implements AutoCloseable {

  static final long CHAT = EmulatorOptions.CHAT;
  static final Instant START = Instant.parse("2026-11-25T10:00:00Z");

  final EmulatorVerticle emulator;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Running() {
    this(EmulatorOptions.forTests());
  }

  Running(EmulatorOptions options) {
    Clock clock = options.virtualClock() ? Clock.fixed(START, ZoneOffset.UTC) : Clock.systemUTC();
    emulator = new EmulatorVerticle(options, clock);
    await(vertx.deployVerticle(emulator));
  }

  static Running onVirtualTime(JsonObject knobs) {
    return new Running(
        EmulatorOptions.forTests()
            .withVirtualClock()
            .withKnobs(Knobs.likeTelegram().patched(knobs)));
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } catch (java.util.concurrent.ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException | java.util.concurrent.TimeoutException stuck) {
      throw new AssertionError("nothing came of it", stuck);
    }
  }

  /**
   * Waits until so many calls of a method have reached the emulator, and it has begun with them.
   */
  void awaitCalls(String method, int count) {
    awaitJournal(
        calls -> calls.stream().filter(one -> one.method().equals(method)).count() >= count);
  }

  void awaitJournal(Predicate<List<CallRecord>> condition) {
    await(Future.fromCompletionStage(journal().when(condition)));
    await(control().state());
  }

  EmulatorControl control() {
    return emulator.control();
  }

  Journal journal() {
    return emulator.journal();
  }

  Vertx vertx() {
    return vertx;
  }

  /** The whole answer to a call. */
  JsonObject call(String method, JsonObject args) {
    return new JsonObject(post(method, args).join().body());
  }

  /** The result of a call that must succeed. */
  JsonObject ok(String method, JsonObject args) {
    JsonObject answer = call(method, args);
    if (!answer.getBoolean("ok")) {
      throw new AssertionError(method + ": " + answer.encode());
    }
    return answer;
  }

  /** The description of a call that must fail. */
  String refusal(String method, JsonObject args) {
    JsonObject answer = call(method, args);
    if (answer.getBoolean("ok")) {
      throw new AssertionError(method + " was not refused: " + answer.encode());
    }
    return answer.getString("description");
  }

  /** Begins a call. */
  CompletableFuture<HttpResponse<String>> post(String method, JsonObject args) {
    return http.sendAsync(
        HttpRequest.newBuilder(api("/bot" + EmulatorOptions.TOKEN + "/" + method))
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(BodyPublishers.ofString(args.encode(), UTF_8))
            .build(),
        BodyHandlers.ofString(UTF_8));
  }

  /** The id of a fresh topic. */
  int topic(String name) {
    return ok("createForumTopic", in(CHAT).put("name", name))
        .getJsonObject("result")
        .getInteger("message_thread_id");
  }

  /** The id of a fresh message. */
  int message(int thread, String text) {
    return ok("sendMessage", to(thread).put("text", text))
        .getJsonObject("result")
        .getInteger("message_id");
  }

  static JsonObject in(long chat) {
    return new JsonObject().put("chat_id", String.valueOf(chat));
  }

  static JsonObject to(int thread) {
    return in(CHAT).put("message_thread_id", thread);
  }

  URI api(String path) {
    return emulator.apiRoot().resolve(path);
  }

  URI controlPort(String path) {
    return URI.create("http://127.0.0.1:" + emulator.controlPort() + path);
  }

  HttpClient http() {
    return http;
  }

  @Override
  public void close() {
    await(vertx.close());
  }
}
