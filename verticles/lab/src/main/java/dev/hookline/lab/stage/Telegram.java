package dev.hookline.lab.stage;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.emulator.Fault;
import dev.hookline.emulator.TopicView;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** The emulated Telegram of a run, without limits. What happened there is the truth. */
public final class Telegram implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final Vertx vertx;
  private final EmulatorVerticle emulator =
      new EmulatorVerticle(EmulatorOptions.forTests(), Clock.systemUTC());

  private Telegram(Vertx vertx) {
    this.vertx = vertx;
  }

  static Telegram start() {
    Telegram telegram = new Telegram(Vertx.vertx());
    telegram.vertx.deployVerticle(telegram.emulator).await();
    return telegram;
  }

  int apiPort() {
    return emulator.apiPort();
  }

  /** Where people look at it. */
  public int controlPort() {
    return emulator.controlPort();
  }

  /** Every call so far. */
  public List<CallRecord> calls() {
    return emulator.journal().records();
  }

  /** Every message, deleted ones too, by their ids, as the control port tells it. */
  public List<JsonObject> messages() {
    List<JsonObject> messages = new ArrayList<>();
    long after = 0;
    JsonObject page;
    do {
      page = get("/emu/chats/" + EmulatorOptions.CHAT + "/messages?limit=1000&after=" + after);
      page.getJsonArray("messages").forEach(entry -> messages.add((JsonObject) entry));
      after = messages.isEmpty() ? 0 : id(messages.get(messages.size() - 1));
    } while (page.getBoolean("more"));
    return messages;
  }

  /** Every topic that the bot made, deleted ones too. */
  public List<TopicView> topics() {
    return emulator.control().topics(EmulatorOptions.CHAT).await().stream()
        .filter(topic -> !topic.general())
        .toList();
  }

  /** Lets calls go wrong from now on. */
  public void fault(Fault rule) {
    emulator.control().addFault(rule).await();
  }

  /** Ends that. */
  public void heal() {
    emulator.control().clearFaults().await();
  }

  private JsonObject get(String path) {
    URI address = URI.create("http://127.0.0.1:" + controlPort() + path);
    try {
      HttpRequest request = HttpRequest.newBuilder(address).build();
      return new JsonObject(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static long id(JsonObject entry) {
    return entry.getJsonObject("message").getLong("message_id");
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
