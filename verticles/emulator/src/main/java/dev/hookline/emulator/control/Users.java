package dev.hookline.emulator.control;

import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.Chat;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** What users can do, by name. */
public final class Users {

  private final Stage stage;
  private final Places places;
  private final UserMessages messages;
  private final Map<String, BiFunction<Chat, Body, Map<String, Object>>> acts =
      new LinkedHashMap<>();
  private final Map<String, Function<Body, Map<String, Object>>> foundings = new LinkedHashMap<>();

  Users(Stage stage) {
    this.stage = stage;
    this.places = new Places(stage);
    this.messages = new UserMessages(stage, places);
    UserTopics topics = new UserTopics(stage, places);
    Directory directory = new Directory(stage, places);
    acts.put("send", messages::send);
    acts.put("edit", messages::edit);
    acts.put("delete", messages::delete);
    acts.put("react", messages::react);
    acts.put("topic/create", topics::create);
    acts.put("topic/rename", topics::rename);
    acts.put("topic/close", topics::close);
    acts.put("topic/reopen", topics::reopen);
    acts.put("topic/delete", topics::delete);
    acts.put("members", directory::member);
    foundings.put("users", directory::user);
    foundings.put("bots", directory::bot);
    foundings.put("chats", directory::chat);
  }

  /** What a user can do in a chat, pressing buttons apart. */
  Set<String> acts() {
    return acts.keySet();
  }

  /** What can be added to. */
  Set<String> foundings() {
    return foundings.keySet();
  }

  /** A user does something in a chat. */
  public Map<String, Object> act(String name, long chat, JsonObject body) {
    BiFunction<Chat, Body, Map<String, Object>> act = acts.get(name);
    if (act == null) {
      throw Wrong.missing("a user can " + acts() + " and tap, not " + name);
    }
    return act.apply(places.chat(chat), new Body(body));
  }

  /**
   * A user presses a button.
   *
   * @param done gets the query's id and the bot's answer, which is null when none came in time
   */
  public void tap(long chat, JsonObject json, Consumer<Map<String, Object>> done) {
    Body body = new Body(json);
    int patience = body.number("wait_millis", 0);
    Tap tap = new Tap(stage, done);
    tap.waitFor(messages.tap(places.chat(chat), body), patience);
  }

  /** Adds to {@code users}, {@code bots} or {@code chats}. */
  public Map<String, Object> found(String kind, JsonObject body) {
    Function<Body, Map<String, Object>> founding = foundings.get(kind);
    if (founding == null) {
      throw Wrong.missing("one can add to " + foundings() + ", not to " + kind);
    }
    return founding.apply(new Body(body));
  }
}
