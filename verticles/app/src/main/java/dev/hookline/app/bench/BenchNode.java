package dev.hookline.app.bench;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A node in a process of its own.
 *
 * @param process it
 * @param tokenFile where it keeps the token that its door asks for
 */
public record BenchNode(ChildProcess process, Path tokenFile) implements AutoCloseable {

  /** Its door for so many connections. */
  public Door door(Vertx vertx, int connections) throws IOException {
    return new Door(vertx, process.port(), Files.readString(tokenFile).strip(), connections);
  }

  /** Where it keeps its events. */
  public Path database() {
    return tokenFile.resolveSibling("hookline.db");
  }

  @Override
  public void close() {
    process.close();
  }
}
