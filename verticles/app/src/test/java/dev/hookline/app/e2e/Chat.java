package dev.hookline.app.e2e;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The emulated Telegram with its one forum, as a test sees it. What happened there is the truth
 * that every test is judged by. Spoken to over its control port, as a person would.
 */
final class Chat implements AutoCloseable {

  private static final long START_SECONDS = 20;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final Http control;
  private final long bot;
  private final String apiRoot;

  private Chat(Vertx vertx, EmulatorVerticle emulator) {
    this.vertx = vertx;
    this.control = new Http("http://127.0.0.1:" + emulator.controlPort());
    this.apiRoot = emulator.apiRoot().toString();
    JsonObject state = control.get("/emu/state");
    this.bot = state.getJsonArray("bots").getJsonObject(0).getJsonObject("user").getLong("id");
  }

  /** A forum without Telegram's limits: tests that want them switch them on. */
  static Chat open() {
    Vertx vertx = Vertx.vertx();
    EmulatorVerticle emulator = new EmulatorVerticle(EmulatorOptions.forTests(), Clock.systemUTC());
    try {
      vertx.deployVerticle(emulator).await(START_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException("the emulator does not start", failed);
    }
    return new Chat(vertx, emulator);
  }

  long id() {
    return EmulatorOptions.CHAT;
  }

  /** The bot's user id. */
  long bot() {
    return bot;
  }

  String apiRoot() {
    return apiRoot;
  }

  String token() {
    return EmulatorOptions.TOKEN;
  }

  /** Lets something go wrong: a rule as the emulator's manual describes it. */
  void fault(JsonObject rule) {
    control.post("/emu/faults", rule);
  }

  /** Lets something go wrong with the next call of a method, or with its next calls. */
  void fault(String method, int count, String action, Object... parameters) {
    JsonObject rule =
        new JsonObject()
            .put("methods", new JsonArray().add(method))
            .put("count", count)
            .put("action", action);
    for (int i = 0; i < parameters.length; i += 2) {
      rule.put((String) parameters[i], parameters[i + 1]);
    }
    fault(rule);
  }

  /** Ends every fault. */
  void heal() {
    control.delete("/emu/faults");
  }

  /** Turns one of the emulator's knobs. */
  void knob(String name, Object value) {
    control.patch("/emu/knobs", new JsonObject().put(name, value));
  }

  /** Somebody has the bot's updates posted to an address. */
  void webhook(String url) {
    new Http(apiRoot).post("/bot" + token() + "/setWebhook", new JsonObject().put("url", url));
  }

  /** A person does something in the chat, for example {@code topic/delete}. */
  JsonObject person(String deed, JsonObject how) {
    return control.post("/emu/chats/" + id() + "/" + deed, how);
  }

  /** Every call that was made so far, oldest first. */
  List<Call> calls() {
    List<Call> calls = new ArrayList<>();
    long since = 0;
    while (true) {
      JsonArray page =
          control.get("/emu/journal?limit=1000&since=" + since).getJsonArray("records");
      page.forEach(record -> calls.add(Call.of((JsonObject) record)));
      if (page.isEmpty()) {
        return calls;
      }
      since = page.getJsonObject(page.size() - 1).getLong("seq");
    }
  }

  /** Every call as it is written down, with all that was sent. */
  String journal() {
    StringBuilder journal = new StringBuilder();
    long since = 0;
    while (true) {
      JsonArray page =
          control.get("/emu/journal?limit=1000&since=" + since).getJsonArray("records");
      if (page.isEmpty()) {
        return journal.toString();
      }
      journal.append(page.encode());
      since = page.getJsonObject(page.size() - 1).getLong("seq");
    }
  }

  /** The calls of one method. */
  List<Call> calls(String method) {
    return calls().stream().filter(call -> call.method().equalsIgnoreCase(method)).toList();
  }

  /** The bot's reactions to a message, one after the other, in one text. */
  String reactions(long message) {
    StringBuilder reactions = new StringBuilder();
    for (Call call : calls("setMessageReaction")) {
      if (call.committed() && String.valueOf(message).equals(call.args().getString("message_id"))) {
        new JsonArray(call.args().getString("reaction"))
            .forEach(one -> reactions.append(((JsonObject) one).getString("emoji")));
      }
    }
    return reactions.toString();
  }

  /** Every message that was ever shown, deleted ones too, in the order of their ids. */
  List<Shown> messages() {
    List<Shown> messages = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonObject page = control.get("/emu/chats/" + id() + "/messages?limit=1000&after=" + after);
      for (Object found : page.getJsonArray("messages")) {
        messages.add(Shown.of((JsonObject) found, this::content));
      }
      if (!page.getBoolean("more")) {
        return messages;
      }
      after = messages.get(messages.size() - 1).id();
    }
  }

  /** The latest message that is there and says this, as the Bot API has it; null for none. */
  JsonObject saying(String words) {
    return living().stream()
        .filter(message -> text(message).contains(words))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** Every message that is there, as the Bot API has it, in the order of their ids. */
  List<JsonObject> living() {
    List<JsonObject> living = new ArrayList<>();
    long after = 0;
    while (true) {
      JsonObject page = control.get("/emu/chats/" + id() + "/messages?limit=1000&after=" + after);
      for (Object entry : page.getJsonArray("messages")) {
        JsonObject message = ((JsonObject) entry).getJsonObject("message");
        if (!((JsonObject) entry).getBoolean("deleted")) {
          living.add(message);
        }
        after = message.getLong("message_id");
      }
      if (!page.getBoolean("more")) {
        return living;
      }
    }
  }

  /** What a message says, or the file in it. */
  static String text(JsonObject message) {
    return message.containsKey("rich_message")
        ? laidOut(message.getJsonObject("rich_message"))
        : message.getString("text", message.getString("caption", ""));
  }

  private static String laidOut(Object value) {
    if (value instanceof JsonArray all) {
      return all.stream().map(Chat::laidOut).collect(Collectors.joining());
    }
    if (value instanceof JsonObject object) {
      return Stream.of("text", "blocks", "items", "cells")
          .filter(object::containsKey)
          .map(name -> laidOut(object.getValue(name)))
          .collect(Collectors.joining("", "", object.containsKey("type") ? "\n" : ""));
    }
    return String.valueOf(value);
  }

  /** Every topic that was ever created, deleted ones too, but General. */
  List<Topic> topics() {
    return control.get("/emu/state").getJsonArray("chats").stream()
        .map(JsonObject.class::cast)
        .filter(chat -> chat.getJsonObject("chat").getLong("id") == id())
        .flatMap(chat -> chat.getJsonArray("topics").stream())
        .map(found -> Topic.of((JsonObject) found))
        .filter(topic -> topic.thread() != 1)
        .toList();
  }

  /** The topics that the bot made and that are still there. */
  List<Topic> livingTopics() {
    return topics().stream().filter(topic -> !topic.deleted() && topic.creator() == bot).toList();
  }

  /** Returns as soon as the condition holds. */
  void awaits(String expected, BooleanSupplier condition) {
    awaits(PATIENCE, expected, condition);
  }

  void awaits(Duration patience, String expected, BooleanSupplier condition) {
    Await.until(expected, patience, condition, this::standing);
  }

  /** The content of a file, as text. */
  private String content(String fileId) {
    return control.text("/emu/files/" + fileId);
  }

  private String standing() {
    List<Call> calls = calls();
    return "topics "
        + topics()
        + "\nlast messages "
        + last(messages(), 12)
        + "\nlast calls "
        + last(
            calls.stream().filter(call -> !call.method().equalsIgnoreCase("getUpdates")).toList(),
            25);
  }

  private static String last(List<?> all, int count) {
    StringBuilder text = new StringBuilder();
    all.subList(Math.max(0, all.size() - count), all.size()).stream()
        .map(String::valueOf)
        .forEach(one -> text.append("\n  ").append(one, 0, Math.min(one.length(), 300)));
    return text.toString();
  }

  @Override
  public void close() {
    vertx.close().await();
  }

  /** A call to the Bot API, as its journal tells it. */
  record Call(
      long seq,
      String method,
      long receivedAt,
      Long thread,
      String verdict,
      int status,
      boolean committed,
      boolean whileClosed,
      List<Long> messages,
      JsonObject args,
      JsonArray violations) {

    static Call of(JsonObject record) {
      return new Call(
          record.getLong("seq"),
          record.getString("method"),
          record.getLong("received_at"),
          record.getLong("thread_id"),
          record.getString("verdict"),
          record.getInteger("status") == null ? 0 : record.getInteger("status"),
          Boolean.TRUE.equals(record.getBoolean("committed")),
          Boolean.TRUE.equals(record.getBoolean("while_closed")),
          record.getJsonArray("message_ids", new JsonArray()).stream()
              .map(number -> ((Number) number).longValue())
              .toList(),
          record.getJsonObject("args"),
          record.getJsonArray("violations", new JsonArray()));
    }
  }

  /** A topic as a person sees it. */
  record Topic(long thread, String name, boolean closed, boolean deleted, long creator) {

    static Topic of(JsonObject found) {
      return new Topic(
          found.getLong("thread_id"),
          found.getString("name"),
          found.getBoolean("closed"),
          found.getBoolean("deleted"),
          found.getLong("creator_id", 0L));
    }
  }
}
