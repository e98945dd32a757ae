package dev.hookline.store;

import io.vertx.core.Future;
import java.util.List;

/** Takes events in. What it has answered for is durable. */
public interface Events {

  /**
   * Commits the events in one transaction, in the given order: creates their sessions where they
   * are new, gives each its place in its session (from 1, without holes), and recognises
   * duplicates.
   *
   * @return one receipt per event, in the same order
   */
  Future<List<Receipt>> accept(List<NewEvent> events);
}
