package dev.hookline.emulator.fault;

import dev.hookline.emulator.Fault;
import dev.hookline.emulator.engine.Behaviour;
import dev.hookline.emulator.engine.Engine;
import dev.hookline.emulator.engine.FaultSource;
import dev.hookline.emulator.engine.Request;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.wire.Fields;
import dev.hookline.emulator.world.Dice;
import dev.hookline.emulator.world.Ordered;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The rules in force. The first that applies to a call wins. */
public final class FaultBook implements FaultSource {

  private static final class Entry {
    final long id;
    final Fault rule;
    final Behaviour behaviour;
    int seen;
    int applied;

    Entry(long id, Fault rule, Behaviour behaviour) {
      this.id = id;
      this.rule = rule;
      this.behaviour = behaviour;
    }
  }

  private final Stage stage;
  private final Map<String, Function<Parameters, Behaviour>> actions = new TreeMap<>();
  private final Reorder reorder = new Reorder();
  private final List<Entry> entries = new ArrayList<>();
  private Dice dice;
  private long lastId;

  public FaultBook(Stage stage, long seed) {
    this.stage = stage;
    this.dice = new Dice(seed);
    WorldFaults world = new WorldFaults(stage);
    actions.put("latency", WireFaults::latency);
    actions.put("status", WireFaults::status);
    actions.put("drop_before_commit", WireFaults::dropBeforeCommit);
    actions.put("commit_then_drop", WireFaults::commitThenDrop);
    actions.put("commit_then_hang", WireFaults::commitThenHang);
    actions.put("commit_then_5xx", WireFaults::commitThen5xx);
    actions.put("late_commit", WireFaults::lateCommit);
    actions.put("hang", WireFaults::hang);
    actions.put("slow_body", WireFaults::slowBody);
    actions.put("duplicate_request", WireFaults::duplicateRequest);
    actions.put("reorder", reorder::behaviour);
    actions.put("unknown_fields", AnswerFaults::unknownFields);
    actions.put("wrong_json_types", AnswerFaults::wrongTypes);
    actions.put("migrate_chat", world::migrateChat);
    actions.put("kick_bot", world::kickBot);
    actions.put("disable_forum", world::disableForum);
    actions.put("remove_right", world::removeRight);
    actions.put("archive_roots", world::archiveRoots);
    actions.put("user_closes_topic", world::closesTopic);
    actions.put("user_reopens_topic", world::reopensTopic);
    actions.put("user_deletes_topic", world::deletesTopic);
    actions.put("user_renames_topic", world::renamesTopic);
  }

  /** Must be called once, before the first call. */
  public void listen(Engine engine) {
    reorder.listen(engine);
  }

  /**
   * Adds a rule behind the others.
   *
   * @return its id
   * @throws IllegalArgumentException when it makes no sense; the message says why
   */
  public long add(Fault rule) {
    Function<Parameters, Behaviour> action = actions.get(rule.action());
    if (action == null) {
      throw new IllegalArgumentException(
          "action is \"" + rule.action() + "\"; write one of " + actions.keySet());
    }
    Parameters parameters = new Parameters(rule.action(), rule.parameters());
    Behaviour behaviour = action.apply(parameters);
    parameters.refuseOthers();
    entries.add(new Entry(++lastId, rule, behaviour));
    tell();
    return lastId;
  }

  /** Takes one rule away; false when there is none with that id. */
  public boolean remove(long id) {
    boolean found = entries.removeIf(entry -> entry.id == id);
    tell();
    return found;
  }

  public void clear() {
    entries.clear();
    tell();
  }

  /** Takes all rules away and throws the dice anew. */
  public void startOver(long seed) {
    dice = new Dice(seed);
    clear();
  }

  public List<Map<String, Object>> list() {
    return entries.stream().map(FaultBook::json).toList();
  }

  @Override
  public Optional<Chosen> choose(Request request) {
    for (Entry entry : entries) {
      if (matches(entry.rule, request) && applies(entry)) {
        entry.applied++;
        return Optional.of(new Chosen(entry.id, entry.rule.action(), entry.behaviour));
      }
    }
    return Optional.empty();
  }

  private boolean applies(Entry entry) {
    entry.seen++;
    Fault rule = entry.rule;
    return entry.seen >= rule.nth()
        && (rule.count() == 0 || entry.applied < rule.count())
        && (rule.probability() == 1 || dice.fraction() < rule.probability());
  }

  private static boolean matches(Fault rule, Request request) {
    long chat = request.args().longNumber("chat_id", 0);
    int thread = request.args().number("message_thread_id", 0);
    return (rule.methods().isEmpty()
            || rule.methods().contains(request.method().toLowerCase(Locale.ROOT)))
        && (rule.chat() == 0 || rule.chat() == chat)
        && (rule.thread() == 0 || rule.thread() == thread)
        && (rule.contains().isEmpty() || json(request).contains(rule.contains()));
  }

  private static String json(Request request) {
    return new JsonObject(Ordered.<String, Object>copy(request.args().texts())).encode();
  }

  private static Map<String, Object> json(Entry entry) {
    return Fields.with("id", entry.id)
        .all(entry.rule.toJson().getMap())
        .and("seen", entry.seen)
        .and("applied", entry.applied)
        .map();
  }

  private void tell() {
    stage.events().tell("faults", Map.of("faults", list()));
  }
}
