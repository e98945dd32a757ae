package dev.hookline.app.e2e;

import dev.hookline.app.LocalNode;
import dev.hookline.app.Main;
import dev.hookline.app.NodeOptions;
import dev.hookline.app.SettingsPlaces;
import dev.hookline.app.Sources;
import dev.hookline.app.bench.FreePort;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A node that follows its settings' file, as {@code serve} lets it. */
final class FollowedNode implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Path directory;
  private final Chat chat;
  private final int port = FreePort.find();
  private final LocalNode local;
  private final Http door;

  /** Starts it; its files are in the directory. */
  FollowedNode(Path directory, Chat chat, Object... changed) {
    this(directory, chat, directory.resolve("settings.yaml"), changed);
  }

  /**
   * @param place the file or the directory that it follows; the file's content is written, a
   *     directory's is there
   */
  FollowedNode(Path directory, Chat chat, Path place, Object... changed) {
    this.directory = directory;
    this.chat = chat;
    if (!Files.isDirectory(place)) {
      write(changed);
    }
    SettingsPlaces places = new SettingsPlaces(List.of(place), true);
    JsonObject texts = places.texts();
    NodeOptions options = NodeOptions.from(settings(texts));
    local = LocalNode.start(options, Sources.system());
    local.follow(places, texts, FollowedNode::settings);
    door = new Http("http://127.0.0.1:" + local.node().ingestPort());
  }

  /**
   * Writes the file as a careful editor does, with settings that differ as {@code key, value, …}.
   */
  void write(Object... changed) {
    writeText(text(directory, chat, port, changed));
  }

  /** Writes the file. */
  void writeText(String text) {
    try {
      Path draft = Files.writeString(directory.resolve("settings.draft"), text);
      Files.move(draft, directory.resolve("settings.yaml"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /**
   * What {@link #write} writes.
   *
   * @param port for events
   */
  static String text(Path directory, Chat chat, int port, Object... changed) {
    JsonObject settings = RunningNode.settings(directory.resolve("data"), chat, changed);
    settings.getJsonObject("ingest").put("port", port);
    return settings.encodePrettily(); // JSON is YAML
  }

  /** What the node says of its verticles, by their names. */
  Map<String, JsonObject> verticles() {
    Map<String, JsonObject> verticles = new TreeMap<>();
    for (Object verticle : state().getJsonArray("verticles")) {
      verticles.put(((JsonObject) verticle).getString("name"), (JsonObject) verticle);
    }
    return verticles;
  }

  /** The ids of what runs, by the names of the verticles. */
  Map<String, String> deployments() {
    Map<String, String> ids = new TreeMap<>();
    verticles().forEach((name, verticle) -> ids.put(name, verticle.getString("deployment")));
    return ids;
  }

  /** Waits until the node says this of its settings, and gives all that it says of them. */
  String awaitsSettings(boolean inForce, String words) {
    awaits(
        words,
        state -> {
          JsonObject settings = state.getJsonObject("settings");
          return settings.getBoolean("inForce") == inForce
              && String.join("\n", words(settings)).contains(words);
        });
    return String.join("\n", words(state().getJsonObject("settings")));
  }

  String token() {
    try {
      return Files.readString(directory.resolve("data/ingest.token")).strip();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Its door for events. */
  Http door() {
    return door;
  }

  /** Its door for programs; 0 while it is closed. */
  int busPort() {
    return local.node().busPort();
  }

  /** Its ports for events and for browsers; 0 for one that is closed. */
  List<Integer> ports() {
    return List.of(local.node().ingestPort(), local.node().consolePort());
  }

  /** Tells a whole story, and fails when it was not taken. */
  void tell(Story story) {
    try {
      String body = new JsonArray(story.events()).encode();
      int status = door.post("/v1/events", token(), body).statusCode();
      if (status != 200) {
        throw new AssertionError("not taken: " + status);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Runs a command beside the node, and gives what it says. */
  String command(String word) {
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    PrintStream before = System.out;
    try (PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8)) {
      System.setOut(out);
      Main.run(word, "--config", directory.resolve("settings.yaml").toString());
    } finally {
      System.setOut(before);
    }
    return told.toString(StandardCharsets.UTF_8);
  }

  private void awaits(String what, Predicate<JsonObject> condition) {
    Await.until(what, PATIENCE, () -> condition.test(state()), () -> state().encode());
  }

  @Override
  public void close() {
    local.close();
  }

  // A connection that is kept may end with the verticle that held it, just when it is used again.
  private JsonObject state() {
    try {
      return door.get("/v1/node", token());
    } catch (UncheckedIOException ended) {
      return door.get("/v1/node", token());
    }
  }

  private static List<String> words(JsonObject settings) {
    return settings.getJsonArray("words").stream().map(String::valueOf).toList();
  }

  private static Settings settings(JsonObject texts) {
    return new Settings(SettingsPlaces.tree(texts));
  }
}
