package dev.hookline.messages;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.core.shareddata.LocalMap;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a node's rooms may know of how the node runs: its verticles and its settings. For people and
 * metrics; nothing is decided by it. Thread-safe.
 */
public final class NodeState {

  private static final String SETTINGS = "settings";

  private final LocalMap<String, VerticleState> verticles;
  private final LocalMap<String, SettingsState> settings;

  private NodeState(
      LocalMap<String, VerticleState> verticles, LocalMap<String, SettingsState> settings) {
    this.verticles = verticles;
    this.settings = settings;
  }

  /** That of the node: the same to all who ask on the same {@code Vertx}. */
  public static NodeState of(Vertx vertx) {
    return new NodeState(
        vertx.sharedData().getLocalMap("hookline.node.verticles"),
        vertx.sharedData().getLocalMap("hookline.node.settings"));
  }

  /** Notes how a verticle is now. */
  public void note(VerticleState state) {
    verticles.put(state.name(), state);
  }

  /** Notes what became of the settings. */
  public void note(SettingsState state) {
    settings.put(SETTINGS, state);
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

  /** All of it as JSON: {@code verticles}, and {@code settings} where somebody watches them. */
  public JsonObject toJson() {
    JsonObject json =
        new JsonObject()
            .put(
                "verticles",
                new JsonArray(verticles().stream().map(VerticleState::toJson).toList()));
    settings().ifPresent(now -> json.put("settings", now.toJson()));
    return json;
  }
}
