package dev.hookline.ingest.hook;

import java.time.Instant;

/**
 * One firing of a hook, as its sender knows it; agents do not tell. What the sender does not know
 * is null.
 *
 * @param hostname where the agent runs
 * @param id names the firing: who sends it again gives the same
 * @param at when the hook ran, by the sender's clock
 */
public record Firing(String hostname, String id, Instant at) {

  /** Nothing is known, as with an agent that posts by itself. */
  public static final Firing UNKNOWN = new Firing(null, null, null);

  /** The same on a machine of this name. */
  public Firing on(String name) {
    return new Firing(name, id, at);
  }
}
