package dev.hookline.app.demo;

import dev.hookline.app.LocalNode;
import dev.hookline.app.NodeOptions;
import dev.hookline.app.SettingsPlaces;
import dev.hookline.app.Sources;
import dev.hookline.config.Settings;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.emulator.Knobs;
import dev.hookline.ingest.IngestToken;
import dev.hookline.store.Totals;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * A node with a database of its own, and an emulated Telegram in place of the real one. Everything
 * of it is gone when it is closed. Blocking.
 */
final class Demo implements AutoCloseable {

  private static final int MINUTE_MILLIS = 60_000;
  private static final int BURSTS_PER_MINUTE = 5;
  private static final long PATIENCE_SECONDS = 30;
  private static final long LOOK_MILLIS = 250;

  private final Path directory;
  private final int callsPerMinute;
  private final Vertx outside = Vertx.vertx(); // the emulator's and the agent's, not the node's
  private final EmulatorVerticle telegram;
  private LocalNode local;
  private Replay replay;

  private Demo(Path directory, int callsPerMinute, int chatPort) {
    this.directory = directory;
    this.callsPerMinute = callsPerMinute;
    this.telegram = new EmulatorVerticle(emulated(chatPort), Sources.system().clock());
  }

  /**
   * Starts both.
   *
   * @param ports where to listen
   * @param callsPerMinute how much the chat takes, and the node knows that it takes
   */
  static Demo open(Ports ports, int callsPerMinute) throws Exception {
    Path directory = Files.createTempDirectory("hookline-demo");
    Demo demo = new Demo(directory, callsPerMinute, ports.chat());
    try {
      demo.start(ports);
      return demo;
    } catch (Exception failed) {
      demo.close();
      throw failed;
    }
  }

  /** The page that shows the chat as Telegram would. */
  String chatPage() {
    return "http://127.0.0.1:" + telegram.controlPort() + "/";
  }

  /** The node's settings: changes to it take effect while the demo runs. */
  Path settingsFile() {
    return directory.resolve("hookline.yaml");
  }

  /** The console's address; a secret. */
  String consolePage() {
    return local.node().consoleLink();
  }

  /**
   * Plays the recording until the node has acknowledged all of it and nothing waits to be shown.
   *
   * @param patience for what is left over when the recording is at its end
   * @param look told again and again how many hooks were acknowledged, and how it stands
   */
  void play(Recording recording, Duration patience, BiConsumer<Integer, Totals> look)
      throws Exception {
    Future<Void> acknowledged = replay.run(recording);
    long deadline = System.nanoTime() + recording.length().plus(patience).toNanos();
    Totals totals = totals();
    while ((!acknowledged.isComplete() || totals.waiting() > 0) && System.nanoTime() < deadline) {
      Thread.sleep(LOOK_MILLIS);
      totals = totals();
      look.accept(replay.posted(), totals);
    }
    if (acknowledged.failed()) {
      throw new IllegalStateException(
          "the node refuses an event: " + acknowledged.cause().getMessage());
    }
  }

  /** What became of the recording, by what the node wrote down and by what the chat holds. */
  Verdict verdict(Recording recording) throws Exception {
    return Verdict.of(recording, local.store().overview(), telegram)
        .await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    if (local != null) {
      local.close();
    }
    outside.close().await();
    delete(directory);
  }

  private void start(Ports ports) throws Exception {
    outside.deployVerticle(telegram).await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Files.writeString(settingsFile(), settings(ports).encodePrettily()); // JSON is YAML as well
    SettingsPlaces places = new SettingsPlaces(List.of(settingsFile()), true);
    JsonObject texts = places.texts();
    NodeOptions options = NodeOptions.from(settings(texts));
    local = LocalNode.start(options, Sources.system());
    local.follow(places, texts, Demo::settings);
    String token = IngestToken.readOrCreate(options.ingest().tokenFile()).reveal();
    replay = new Replay(outside, local.node().ingestPort(), token);
  }

  private Totals totals() throws Exception {
    return local.store().overview().totals().await(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  private EmulatorOptions emulated(int chatPort) {
    JsonObject generous =
        new JsonObject()
            .put("group_per_minute", callsPerMinute)
            .put("chat_burst", callsPerMinute / BURSTS_PER_MINUTE);
    return EmulatorOptions.forPeople()
        .withPorts(0, chatPort)
        .withKnobs(Knobs.likeTelegram().patched(generous));
  }

  // Nothing of the user's own settings: they name a real bot and a real chat.
  private static Settings settings(JsonObject texts) {
    return new Settings(SettingsPlaces.tree(texts));
  }

  private JsonObject settings(Ports ports) {
    return new JsonObject()
        .put("dataDir", directory.toString())
        .put("ingest", new JsonObject().put("port", ports.ingest()))
        .put(
            "console",
            new JsonObject()
                .put("port", ports.console())
                .put("messageLink", chatPage() + "#/{chat}/{topic}"))
        .put(
            "telegram",
            new JsonObject()
                .put("apiRoot", telegram.apiRoot().toString())
                .put("token", EmulatorOptions.TOKEN)
                .put("chatId", EmulatorOptions.CHAT)
                .put("allowedUsers", new JsonArray().add(EmulatorOptions.USER))
                .put("budgetPerMinute", callsPerMinute)
                .put("minGapMillis", MINUTE_MILLIS / (2 * callsPerMinute)));
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
