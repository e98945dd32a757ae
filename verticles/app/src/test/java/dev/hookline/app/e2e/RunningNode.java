package dev.hookline.app.e2e;

import dev.hookline.app.Node;
import dev.hookline.app.NodeOptions;
import dev.hookline.app.Sources;
import dev.hookline.app.runtime.Outcome;
import dev.hookline.config.Settings;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.NodeState;
import dev.hookline.messages.VerticleState;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A whole node in this process, with real doors and a real database, in a hurry where a user's node
 * would be patient.
 */
final class RunningNode implements AutoCloseable {

  private static final long SECONDS = 30;

  private final Vertx vertx;
  private final Store store;
  private final Node node;
  private final Path directory;
  private final Http events;
  private boolean over;

  private RunningNode(Vertx vertx, Store store, Node node, Path directory) {
    this.vertx = vertx;
    this.store = store;
    this.node = node;
    this.directory = directory;
    this.events = new Http("http://127.0.0.1:" + node.ingestPort());
  }

  /**
   * Starts a node on a directory, which an earlier one may have left.
   *
   * @param changed settings that differ from {@link #settings}, as {@code key, value, …}
   */
  static RunningNode start(Path directory, Chat chat, Object... changed) {
    NodeOptions options =
        NodeOptions.from(new Settings(settings(directory, chat, changed), Map.of(), Map.of()));
    Vertx vertx = Vertx.vertx();
    Addresses.registerCodecs(vertx);
    try {
      Store store =
          JdbcStore.open(vertx, options.store(), Clock.systemUTC(), System::nanoTime)
              .await(SECONDS, TimeUnit.SECONDS);
      Node node = new Node(vertx, options, Sources.system(), store);
      node.start().await(SECONDS, TimeUnit.SECONDS);
      return new RunningNode(vertx, store, node, directory);
    } catch (Exception failed) {
      vertx.close();
      throw new IllegalStateException("the node does not start", failed);
    }
  }

  /**
   * Brings it to other settings, as a change of its file does.
   *
   * @param changed settings that differ from {@link #settings}, as {@code key, value, …}
   */
  List<Outcome> change(Chat chat, Object... changed) {
    NodeOptions next =
        NodeOptions.from(new Settings(settings(directory, chat, changed), Map.of(), Map.of()));
    return await(node.change(next));
  }

  /** The ids of what runs, by the names of the verticles. */
  Map<String, String> deployments() {
    return NodeState.of(vertx).verticles().stream()
        .collect(Collectors.toMap(VerticleState::name, VerticleState::deployment));
  }

  /** Settings under which what takes minutes in a user's chat takes a moment. */
  static JsonObject settings(Path directory, Chat chat, Object... changed) {
    JsonObject settings = new JsonObject();
    put(settings, "dataDir", directory.toString());
    put(settings, "cluster.lock", System.getProperty("test.lock", "shared"));
    put(settings, "ingest.port", 0);
    put(settings, "console.port", 0);
    put(settings, "telegram.token", chat.token());
    put(settings, "telegram.chatId", chat.id());
    put(settings, "telegram.apiRoot", chat.apiRoot());
    put(settings, "telegram.budgetPerMinute", 1_000_000);
    put(settings, "telegram.minGapMillis", 0);
    put(settings, "telegram.callTimeoutMillis", 2_000);
    put(settings, "telegram.pollTimeoutSeconds", 1);
    put(settings, "telegram.settleMillis", 900);
    put(settings, "telegram.recheckMillis", 300);
    put(settings, "topic.settleMillis", 1_000);
    put(settings, "topic.cacheTimeMillis", 100);
    put(settings, "topic.retryDelayMillis", 100);
    put(settings, "topic.slotPatienceMillis", 5_000);
    put(settings, "topic.callPatienceMillis", 5_000);
    for (int i = 0; i < changed.length; i += 2) {
      put(settings, (String) changed[i], changed[i + 1]);
    }
    return settings;
  }

  /** Tells a whole story in one request, and fails when it was not taken. */
  void tell(Story story) {
    tell(story.events());
  }

  /** Tells events in one request, and fails when they were not taken. */
  void tell(List<JsonObject> told) {
    HttpResponse<String> answer = post("/v1/events", new JsonArray(told).encode());
    if (answer.statusCode() != 200) {
      throw new AssertionError("not taken: " + answer.statusCode() + " " + answer.body());
    }
  }

  /** Posts what any client could post. */
  HttpResponse<String> post(String path, String body) {
    try {
      return events.post(path, token(), body);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** What it answers to a question, as JSON. */
  JsonObject get(String path) {
    return events.get(path);
  }

  /** What it answers to a question. */
  String text(String path) {
    return events.text(path);
  }

  /** The status with which a path is answered. */
  int status(String path) {
    try {
      return events.status(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The address that signs a browser in to the console. */
  String consoleLink() {
    return node.consoleLink();
  }

  /** The port for programs on the bus. */
  int busPort() {
    return node.busPort();
  }

  /** The port for web pages on the bus. */
  int busWebPort() {
    return node.busWebPort();
  }

  /** The token that a client needs. */
  String token() {
    return secret("ingest.token");
  }

  /** A secret from the data directory. */
  String secret(String file) {
    try {
      return Files.readString(directory.resolve(file)).strip();
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** How many messages it says may be shown twice. */
  long uncertain() {
    return await(store.overview().totals()).uncertain();
  }

  int port() {
    return node.ingestPort();
  }

  /**
   * Ends like a process that is killed: from now on it can write nothing down and begin nothing.
   * What Telegram was already asked may still happen.
   */
  void die() {
    over = true;
    await(store.close());
    await(vertx.close());
  }

  /** Ends in peace: takes no more, finishes what it does. */
  void stop() {
    over = true;
    await(node.stop());
    await(store.close());
    await(vertx.close());
  }

  @Override
  public void close() {
    if (!over) {
      stop();
    }
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static void put(JsonObject settings, String key, Object value) {
    JsonObject tree = settings;
    String[] path = key.split("\\.", -1);
    for (int i = 0; i + 1 < path.length; i++) {
      if (!tree.containsKey(path[i])) {
        tree.put(path[i], new JsonObject());
      }
      tree = tree.getJsonObject(path[i]);
    }
    tree.put(path[path.length - 1], value);
  }
}
