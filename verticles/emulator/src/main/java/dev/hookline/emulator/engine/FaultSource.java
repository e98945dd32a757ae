package dev.hookline.emulator.engine;

import java.util.Optional;

/** Knows which fault a call meets. */
public interface FaultSource {

  /** A fault that was chosen for a call. */
  record Chosen(long id, String action, Behaviour behaviour) {}

  /** Chooses at most one, and counts. */
  Optional<Chosen> choose(Request request);
}
