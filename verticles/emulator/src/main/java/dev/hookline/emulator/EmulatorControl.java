package dev.hookline.emulator;

import dev.hookline.emulator.control.Controls;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What the control port can do, without HTTP. May be called from any thread; everything happens on
 * the emulator's event loop. What cannot be done fails the future, with a message that says why.
 */
public final class EmulatorControl {

  private final Context context;
  private final Controls controls;
  private final String apiRoot;

  EmulatorControl(Context context, Controls controls, String apiRoot) {
    this.context = context;
    this.controls = controls;
    this.apiRoot = apiRoot;
  }

  /** Everything but messages, as {@code GET /emu/state} tells it. */
  public Future<JsonObject> state() {
    return run(() -> copy(controls.view().state(apiRoot)));
  }

  /** A chat's topics in the order of their creation, deleted ones and General too. */
  public Future<List<TopicView>> topics(long chat) {
    return state().map(state -> TopicView.of(state, chat));
  }

  /**
   * Messages, oldest first, deleted ones too, as {@code GET /emu/chats/ID/messages} tells them.
   *
   * @param thread 0 for the whole chat, 1 for General
   */
  public Future<List<JsonObject>> messages(long chat, int thread) {
    return run(() -> copy(allMessages(chat, thread)).getJsonArray("messages"))
        .map(entries -> entries.stream().map(JsonObject.class::cast).toList());
  }

  /** A user writes; brings the Bot API's message. */
  public Future<JsonObject> send(long chat, int thread, String text) {
    return act("send", chat, new JsonObject().put("thread", thread).put("text", text))
        .map(answer -> answer.getJsonObject("message"));
  }

  /**
   * A user does something in a chat.
   *
   * @param name what stands behind the chat in the control port's paths, such as {@code
   *     topic/close}
   * @param body the same as there
   */
  public Future<JsonObject> act(String name, long chat, JsonObject body) {
    return run(() -> copy(controls.users().act(name, chat, body)));
  }

  /**
   * A user presses the button with this data.
   *
   * @param patience how long to wait for the bot's answer
   * @return as {@code POST /emu/chats/ID/tap} answers
   */
  public Future<JsonObject> tap(long chat, int messageId, String data, Duration patience) {
    JsonObject body =
        new JsonObject()
            .put("message_id", messageId)
            .put("data", data)
            .put("wait_millis", (int) patience.toMillis());
    return this.<Map<String, Object>>later(done -> controls.users().tap(chat, body, done))
        .map(EmulatorControl::copy);
  }

  /** Adds to {@code users}, {@code bots} or {@code chats}. */
  public Future<JsonObject> found(String kind, JsonObject body) {
    return run(() -> copy(controls.users().found(kind, body)));
  }

  /** Adds a rule; brings its id. */
  public Future<Long> addFault(Fault rule) {
    return run(() -> controls.addFault(rule));
  }

  public Future<Void> clearFaults() {
    return run(controls::clearFaults);
  }

  /** The rules in force, with how often each was seen and applied. */
  public Future<JsonArray> faults() {
    return run(() -> copy(Map.of("faults", controls.faults())).getJsonArray("faults"));
  }

  /** Changes knobs, by the names of docs/emulator.md. */
  public Future<Void> turn(JsonObject changes) {
    return run(() -> controls.turn(changes)).compose(turned -> turned);
  }

  /** Moves virtual time on. Completes after everything that fell due was done. */
  public Future<Void> advance(Duration span) {
    return run(
        () -> {
          controls.advance(span.toMillis());
        });
  }

  /** Everything as at the start, with this seed. */
  public Future<Void> reset(long seed) {
    return run(() -> controls.reset(seed)).compose(turned -> turned);
  }

  public Future<Void> snapshot(String name) {
    return run(() -> controls.snapshot(name));
  }

  public Future<Void> restore(String name) {
    return run(() -> controls.restore(name));
  }

  private Map<String, Object> allMessages(long chat, int thread) {
    Map<String, Object> page = controls.view().messages(chat, thread, 0, 1000);
    List<Object> all = new java.util.ArrayList<>((List<?>) page.get("messages"));
    while (Boolean.TRUE.equals(page.get("more"))) {
      Map<?, ?> last = (Map<?, ?>) ((Map<?, ?>) all.get(all.size() - 1)).get("message");
      page = controls.view().messages(chat, thread, (Integer) last.get("message_id"), 1000);
      all.addAll((List<?>) page.get("messages"));
    }
    return Map.of("messages", all);
  }

  // What leaves the event loop must not change under the reader's hands.
  private static JsonObject copy(Map<String, Object> live) {
    return new JsonObject(new JsonObject(live).encode());
  }

  private Future<Void> run(Runnable action) {
    return run(
        () -> {
          action.run();
          return null;
        });
  }

  private <T> Future<T> run(Supplier<T> action) {
    return later(done -> done.accept(action.get()));
  }

  private <T> Future<T> later(Consumer<Consumer<T>> action) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(
        ignored -> {
          try {
            action.accept(promise::complete);
          } catch (RuntimeException wrong) {
            promise.fail(wrong);
          }
        });
    return promise.future();
  }
}
