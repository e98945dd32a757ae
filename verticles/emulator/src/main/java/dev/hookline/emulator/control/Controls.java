package dev.hookline.emulator.control;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.Fault;
import dev.hookline.emulator.Journal;
import dev.hookline.emulator.Knobs;
import dev.hookline.emulator.engine.Engine;
import dev.hookline.emulator.fault.FaultBook;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.world.World;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
  private final Users users;
  private final View view;
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
    this.engine = engine;
    this.faults = faults;
    this.journal = journal;
    this.port = port;
    this.users = new Users(stage);
    this.view = new View(engine, faults, journal, options.seed());
  }

  Stage stage() {
    return stage;
  }

  /** What is to be seen. */
  public View view() {
    return view;
  }

  /** What users can do. */
  public Users users() {
    return users;
  }

  /** Adds a rule behind the others; brings its id. */
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

  /** One rule, with how often it was seen and applied. */
  Map<String, Object> fault(long id) {
    return faults.list().stream()
        .filter(rule -> rule.get("id").equals(id))
        .findFirst()
        .orElseThrow(() -> Wrong.missing("there is no fault with the id " + id));
  }

  Map<String, Object> knobs() {
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

  /** Moves virtual time; brings what time it is then. */
  public long advance(long millis) {
    if (!stage.time().virtual()) {
      throw Wrong.now("the emulator runs on real time; start it with a virtual clock");
    }
    stage.time().advance(millis);
    stage.events().tell("clock", Map.of("now", stage.now()));
    return stage.now();
  }

  /** The seed of the beginning. */
  long seed() {
    return options.seed();
  }

  /** Everything as at the start. Completes when the Bot API's port is, too. */
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
}
