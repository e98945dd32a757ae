package dev.hookline.app.e2e;

import dev.hookline.app.bench.FreePort;
import dev.hookline.testkit.PostgresServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Nodes in processes of their own, in a cluster of their own, on a PostgreSQL of their own. */
final class ChildCluster implements AutoCloseable {

  private final String name = "test-" + UUID.randomUUID();
  private final PostgresServer postgres;
  private final List<Integer> ports;
  private final List<ChildNode> nodes = new ArrayList<>();

  /**
   * Started one after the other.
   *
   * @param changed settings that differ from {@link RunningNode#settings}, as {@code key, value, …}
   */
  ChildCluster(Path directory, Chat chat, int size, Object... changed) {
    postgres = PostgresServer.start(directory.resolve("postgres"));
    ports = IntStream.range(0, size).mapToObj(node -> FreePort.find()).toList();
    for (int node = 0; node < size; node++) {
      nodes.add(newNode(directory.resolve("node-" + node), chat, node, changed));
    }
    nodes.forEach(ChildNode::start);
  }

  String name() {
    return name;
  }

  /** Where its store is. */
  String store() {
    return postgres.url();
  }

  String members() {
    return ports.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));
  }

  ChildNode get(int node) {
    return nodes.get(node);
  }

  int size() {
    return nodes.size();
  }

  /** Tells a node something, and fails when it was not taken. */
  void tell(int node, String events) {
    try {
      ChildNode child = nodes.get(node);
      HttpResponse<String> answer = child.events().post("/v1/events", child.token(), events);
      if (answer.statusCode() != 200) {
        throw new AssertionError("not taken: " + answer.statusCode() + " " + answer.body());
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void close() {
    nodes.forEach(ChildNode::close);
    postgres.close();
  }

  private ChildNode newNode(Path directory, Chat chat, int node, Object... changed) {
    try {
      Files.createDirectory(directory);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    List<Object> settings = new ArrayList<>(List.of(changed));
    settings.addAll(List.of("store.url", postgres.url()));
    settings.addAll(List.of("cluster.enabled", true, "cluster.name", name));
    settings.addAll(List.of("cluster.members", members(), "cluster.port", ports.get(node)));
    return new ChildNode(directory, chat, settings.toArray()).logging("warn");
  }
}
