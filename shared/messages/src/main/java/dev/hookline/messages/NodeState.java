package dev.hookline.messages;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.LocalMap;
import io.vertx.core.shareddata.SharedData;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a node's rooms may know of how the node runs: its verticles, its settings, and its cluster.
 * For people and metrics; nothing is decided by it. Thread-safe.
 */
public final class NodeState {

  private static final String SETTINGS = "settings";
  private static final String CLUSTER = "cluster";

  private final LocalMap<String, VerticleState> verticles;
  private final LocalMap<String, SettingsState> settings;
  private final LocalMap<String, ClusterState> cluster;

  private NodeState(SharedData node) {
    this.verticles = node.getLocalMap("hookline.node.verticles");
    this.settings = node.getLocalMap("hookline.node.settings");
    this.cluster = node.getLocalMap("hookline.node.cluster");
  }

  /** That of the node: the same to all who ask on the same {@code Vertx}. */
  public static NodeState of(Vertx vertx) {
    return new NodeState(vertx.sharedData());
  }

  /** Notes how a verticle is now. */
  public void note(VerticleState state) {
    verticles.put(state.name(), state);
  }

  /** Notes what became of the settings. */
  public void note(SettingsState state) {
    settings.put(SETTINGS, state);
  }

  /** Notes who is in the cluster. */
  public void note(ClusterState state) {
    cluster.put(CLUSTER, state);
  }

  /** How a verticle was when it was last noted. */
  public Optional<VerticleState> verticle(String name) {
    return Optional.ofNullable(verticles.get(name));
  }

  /** How all of them are, in the order in which they were first started. */
  public List<VerticleState> verticles() {
    return verticles.values().stream()
        .sorted(Comparator.comparingInt(VerticleState::order))
        .toList();
  }

  /** What became of the settings; empty where nobody watches them. */
  public Optional<SettingsState> settings() {
    return Optional.ofNullable(settings.get(SETTINGS));
  }

  /** Who is in the cluster; empty for a node that is in none. */
  public Optional<ClusterState> cluster() {
    return Optional.ofNullable(cluster.get(CLUSTER));
  }

  /**
   * All of it as JSON: {@code verticles}, {@code settings} where somebody watches them, and {@code
   * cluster} where there is one.
   */
  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put(
                "verticles",
                new JsonArray(verticles().stream().map(VerticleState::toJson).toList()));
    settings().ifPresent(now -> json.put("settings", now.toJson()));
    cluster().ifPresent(now -> json.put("cluster", now.toJson()));
    return json;
  }
}
