package dev.hookline.emulator.stage;

import dev.hookline.emulator.Knobs;
import dev.hookline.emulator.time.Timeline;
import dev.hookline.emulator.world.World;

/**
 * The world as it is now, its time, its knobs, and those who are told. Confined to the emulator's
 * event loop.
 */
public final class Stage {

  private final Timeline time;
  private final Events events = new Events();
  private final Updates updates;
  private World world;
  private Knobs knobs;

  /**
   * @param courier carries updates to webhooks
   */
  public Stage(World world, Timeline time, Knobs knobs, Courier courier) {
    this.world = world;
    this.time = time;
    this.knobs = knobs;
    this.updates = new Updates(this, courier);
  }

  public World world() {
    return world;
  }

  /** Puts another world in the place of this one. */
  public void replace(World next) {
    world = next;
    updates.startOver();
  }

  public Timeline time() {
    return time;
  }

  public long now() {
    return time.now();
  }

  public Knobs knobs() {
    return knobs;
  }

  /** Turns the knobs, and tells. */
  public void turn(Knobs next) {
    knobs = next;
    events.tell("knobs", next.toJson().getMap());
    world.bots().values().forEach(updates::deliver);
  }

  public Events events() {
    return events;
  }

  public Updates updates() {
    return updates;
  }
}
