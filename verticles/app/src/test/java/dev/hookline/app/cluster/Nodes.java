package dev.hookline.app.cluster;

import dev.hookline.app.bench.FreePort;
import dev.hookline.config.Settings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A real cluster in this process, on free ports of the loopback and under a name of its own. */
final class Nodes implements AutoCloseable {

  private static final long SECONDS = 60;

  private final String name = "test-" + UUID.randomUUID();
  private final List<Integer> ports;
  private final List<Vertx> started = new ArrayList<>();

  private Nodes(List<Integer> ports) {
    this.ports = ports;
  }

  /** Room for so many members; none is started. */
  static Nodes room(int members) {
    return new Nodes(IntStream.range(0, members).mapToObj(i -> FreePort.find()).toList());
  }

  /** So many members, which have found one another. */
  static Nodes started(int members) {
    Nodes nodes = room(members);
    for (int i = 0; i < members; i++) {
      nodes.start(i);
    }
    return nodes;
  }

  String name() {
    return name;
  }

  /** Where members may be. */
  String members() {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  int port(int member) {
    return ports.get(member);
  }

  Vertx get(int member) {
    return started.get(member);
  }

  /** Starts a member, with settings that differ as {@code key, value, …}. */
  Vertx start(int member, Object... changed) {
    Vertx vertx = await(ClusteredVertx.start(options(member, changed), "node-" + member));
    started.add(vertx);
    return vertx;
  }

  ClusterOptions options(int member, Object... changed) {
    JsonObject cluster =
        new JsonObject()
            .put("enabled", true)
            .put("name", name)
            .put("members", members())
            .put("port", port(member));
    for (int i = 0; i < changed.length; i += 2) {
      cluster.put((String) changed[i], changed[i + 1]);
    }
    Settings settings = new Settings(new JsonObject().put("cluster", cluster), Map.of(), Map.of());
    ClusterOptions options = ClusterOptions.from(settings);
    settings.conclude();
    return options;
  }

  @Override
  public void close() {
    started.forEach(vertx -> await(vertx.close()));
  }

  static <T> T await(Future<T> future) {
    try {
      return future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new AssertionError(failed);
    }
  }

  static Throwable failure(Future<?> future) {
    if (outcome(future) instanceof Throwable cause) {
      return cause;
    }
    throw new AssertionError("it did not fail");
  }

  /** What it completes with, or what it fails with. */
  static Object outcome(Future<?> future) {
    return await(
        future.transform(
            done -> Future.succeededFuture(done.succeeded() ? done.result() : done.cause())));
  }
}
