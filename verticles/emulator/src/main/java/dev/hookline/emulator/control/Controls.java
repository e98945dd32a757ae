package dev.hookline.emulator.control;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.Fault;
import dev.hookline.emulator.Journal;
import dev.hookline.emulator.Knobs;
import dev.hookline.emulator.engine.Engine;
import dev.hookline.emulator.fault.FaultBook;
import dev.hookline.emulator.stage.Events.Event;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.StoredFile;
import dev.hookline.emulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything that the control port can do. Throws {@link Wrong} or an {@link
 * IllegalArgumentException} for what cannot be done. Confined to the emulator's event loop.
 */
public final class Controls {

  private final EmulatorOptions options;
  private final Stage stage;
  private final Engine engine;
  private final FaultBook faults;
  private final Journal journal;
  private final Port port;
  private final Places places;
  private final UserMessages userMessages;
  private final StateView view;
  private final Map<String, BiFunction<Chat, Body, Map<String, Object>>> acts =
      new LinkedHashMap<>();
  private final Map<String, Function<Body, Map<String, Object>>> foundings = new LinkedHashMap<>();
  private final Map<String, World> snapshots = new HashMap<>();

  /** Whose port the knobs open and close. */
  @FunctionalInterface
  public interface Port {
    Future<Void> apply(Knobs knobs);
  }

  public Controls(
      EmulatorOptions options, Engine engine, FaultBook faults, Journal journal, Port port) {
    this.options = options;
    this.stage = engine.stage();
    this.port = port;
    this.engine = engine;
    this.faults = faults;
    this.journal = journal;
    this.places = new Places(stage);
    this.userMessages = new UserMessages(stage, places);
    this.view = new StateView(stage);
    UserTopics topics = new UserTopics(stage, places);
    Directory directory = new Directory(stage, places);
    acts.put("send", userMessages::send);
    acts.put("edit", userMessages::edit);
    acts.put("delete", userMessages::delete);
    acts.put("react", userMessages::react);
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

  public Stage stage() {
    return stage;
  }

  /** The names of what a user can do in a chat, pressing buttons apart. */
  public List<String> acts() {
    return List.copyOf(acts.keySet());
  }

  public Map<String, Object> state(String apiRoot) {
    return view.state()
        .and("seed", options.seed())
        .and("api_root", apiRoot)
        .and("last_seq", journal.lastSeq())
        .and("faults", faults.list())
        .map();
  }

  public Map<String, Object> messages(long chat, int thread, int after, int limit) {
    return view.messages(places.chat(chat), thread, after, limit);
  }

  public Map<String, Object> journal(long since, int limit) {
    return Fields.with(
            "records",
            journal.since(since, limit).stream()
                .map(CallRecord::toJson)
                .map(JsonObject::getMap)
                .toList())
        .and("last_seq", journal.lastSeq())
        .and("dropped", journal.dropped())
        .map();
  }

  public Map<String, Object> flood() {
    return engine.flood().meters(stage.now());
  }

  public StoredFile file(String id) {
    StoredFile file = stage.world().files().get(id);
    if (file == null) {
      throw Wrong.missing("there is no file with that id");
    }
    return file;
  }

  /** A user does something in a chat. */
  public Map<String, Object> act(String name, long chat, JsonObject body) {
    BiFunction<Chat, Body, Map<String, Object>> act = acts.get(name);
    if (act == null) {
      throw Wrong.missing("a user can " + acts.keySet() + " and tap, not " + name);
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
    tap.waitFor(userMessages.tap(places.chat(chat), body), patience);
  }

  /** Adds to {@code users}, {@code bots} or {@code chats}. */
  public Map<String, Object> found(String kind, JsonObject body) {
    return foundings.get(kind).apply(new Body(body));
  }

  public List<String> foundings() {
    return List.copyOf(foundings.keySet());
  }

  public long addFault(Fault rule) {
    return faults.add(rule);
  }

  public void removeFault(long id) {
    if (!faults.remove(id)) {
      throw Wrong.missing("there is no fault with the id " + id);
    }
  }

  public void clearFaults() {
    faults.clear();
  }

  public List<Map<String, Object>> faults() {
    return faults.list();
  }

  public Map<String, Object> knobs() {
    return stage.knobs().toJson().getMap();
  }

  /** Changes knobs. Completes when the Bot API's port is as they want it. */
  public Future<Void> turn(JsonObject changes) {
    return turn(stage.knobs().patched(changes));
  }

  private Future<Void> turn(Knobs next) {
    stage.turn(next);
    return port.apply(next);
  }

  public long advance(long millis) {
    if (!stage.time().virtual()) {
      throw Wrong.now("the emulator runs on real time; start it with a virtual clock");
    }
    stage.time().advance(millis);
    stage.events().tell("clock", Map.of("now", stage.now()));
    return stage.now();
  }

  /** Everything as at the start. */
  public Future<Void> reset(long seed) {
    new Founding(stage).all(options, seed);
    faults.startOver(seed);
    engine.startOver();
    journal.startOver();
    stage.events().tell("reset", Map.of());
    return turn(options.knobs());
  }

  public void snapshot(String name) {
    snapshots.put(name, stage.world().copy());
  }

  public void restore(String name) {
    World kept = snapshots.get(name);
    if (kept == null) {
      throw Wrong.missing("there is no snapshot with the name " + name);
    }
    stage.replace(kept.copy());
    stage.events().tell("reset", Map.of());
  }

  /** Hears events; the same as {@link dev.hookline.emulator.stage.Events#watch}. */
  public Runnable watch(Consumer<Event> watcher) {
    return stage.events().watch(watcher);
  }
}
