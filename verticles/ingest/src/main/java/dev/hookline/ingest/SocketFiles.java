package dev.hookline.ingest;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.Shareable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The unix sockets that the deployments of a node listen on. When a new deployment takes over, both
 * listen for a moment, as Vert.x lets them; whoever ends last gives the path back. Thread-safe; all
 * calls block.
 */
final class SocketFiles implements Shareable {

  private static final String MAP = "hookline.ingest.socketFiles";

  private final Map<Path, SocketFile> files = new HashMap<>();
  private final Map<Path, Integer> listeners = new HashMap<>();

  /** Those of the node: the same to all who ask on the same {@code Vertx}. */
  static SocketFiles of(Vertx vertx) {
    return vertx
        .sharedData()
        .<String, SocketFiles>getLocalMap(MAP)
        .computeIfAbsent(MAP, ignored -> new SocketFiles());
  }

  /**
   * Claims a path for one more who listens; the first finds nothing in its way.
   *
   * @param ours a directory that may be shut to others if it is open to them
   * @throws IllegalStateException when it cannot be had; the message says what to do
   */
  synchronized SocketFile claim(Path path, Path ours) throws IOException {
    if (!files.containsKey(path)) {
      files.put(path, SocketFile.claim(path, ours));
    }
    listeners.merge(path, 1, Integer::sum);
    return files.get(path);
  }

  /** One listens there no more. */
  synchronized void release(Path path) throws IOException {
    if (listeners.merge(path, -1, Integer::sum) == 0) {
      listeners.remove(path);
      files.remove(path).close();
    }
  }
}
