package dev.hookline.ingest;

import dev.hookline.ingest.hook.Firing;
import dev.hookline.messages.trace.TraceParent;
import io.vertx.core.Future;
import java.util.Optional;

/**
 * Who fires a hook, as far as is known beside the hook event itself.
 *
 * @param firing what its sender says about the firing
 * @param waiting whether it waits for an answer
 * @param pane where the agent runs, when it runs on this machine and says so
 * @param parent what it says that caused the hook event; null when it does not, or nobody follows
 * @param closed completes when it goes away
 */
record Sender(
    Firing firing,
    Waiting waiting,
    Optional<PaneHeaders.Named> pane,
    TraceParent parent,
    Future<Void> closed) {

  /** Whether it has named its event, and so can come back with the same. */
  boolean returns() {
    return firing.id() != null;
  }
}
