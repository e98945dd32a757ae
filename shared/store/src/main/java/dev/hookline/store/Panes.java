package dev.hookline.store;

import dev.hookline.messages.SessionKey;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;

/** In which pane of a terminal each agent runs, as it said itself to the node on its machine. */
public interface Panes {

  /**
   * An agent runs there.
   *
   * @param node the node on the agent's machine
   */
  Future<Void> report(Pane pane, String node, Instant now);

  /**
   * Panes on a node's machine whose agent has ended its turn and asks nothing, while something
   * waits for it.
   *
   * @param before what waits was written before this moment: the agent did not take it by itself
   */
  Future<List<IdlePane>> idle(String node, Instant before);

  /** The agent does not run there any more. */
  Future<Void> forget(SessionKey session);

  /**
   * A pane whose agent waits for input.
   *
   * @param source the source of the event that says so
   * @param event its id
   */
  record IdlePane(Pane pane, String source, String event) {}
}
