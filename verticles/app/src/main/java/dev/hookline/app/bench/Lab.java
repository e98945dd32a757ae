package dev.hookline.app.bench;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.Sources;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where measuring happens: a directory on the disk that the program is on, an emulated Telegram in
 * this process, and the launcher to start what is measured.
 */
public final class Lab implements AutoCloseable {

  private final Path launcher;
  private final Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final EmulatorVerticle telegram =
      new EmulatorVerticle(EmulatorOptions.forTests(), Sources.system().clock());
  private int started;

  private Lab(Path launcher, Path directory) {
    this.launcher = launcher;
    this.directory = directory;
  }

  /** Opens it; the program must have been started by the launcher. */
  public static Lab open() throws IOException {
    String home = System.getProperty("app.home");
    if (home == null) {
      throw new CannotStartException("measuring needs the launcher: run ./hookline bench");
    }
    Path launcher = Path.of(home, "hookline");
    Path target = Files.createDirectories(Path.of(home, "target"));
    Lab lab = new Lab(launcher, Files.createTempDirectory(target, "bench"));
    lab.vertx.deployVerticle(lab.telegram).await();
    return lab;
  }

  /** What senders run on. */
  public Vertx vertx() {
    return vertx;
  }

  EmulatorVerticle telegram() {
    return telegram;
  }

  /** A new name in the directory. */
  public Path path(String name) {
    return directory.resolve(++started + "-" + name);
  }

  /** A script that is part of the program, from the directory that the launcher is in. */
  Path script(String name) {
    return launcher.resolveSibling(name);
  }

  /** A node as users have it, on a new data directory. */
  BenchNode node() throws Exception {
    return node(Map.of());
  }

  /** A node that sends to the chat as much as it can. */
  BenchNode hastyNode() throws Exception {
    return node(
        Map.of(
            "HOOKLINE_TELEGRAM_BUDGET_PER_MINUTE", "1000000",
            "HOOKLINE_TELEGRAM_MIN_GAP_MILLIS", "0"));
  }

  /** The same with other settings, by the names of their environment variables. */
  public BenchNode node(Map<String, String> changed) throws Exception {
    int port = FreePort.find();
    Path dataDir = path("data");
    Map<String, String> settings = new HashMap<>();
    settings.put("HOOKLINE_DATA_DIR", dataDir.toString());
    settings.put("HOOKLINE_INGEST_PORT", String.valueOf(port));
    settings.put("HOOKLINE_INGEST_SOCKET", "none");
    settings.put("HOOKLINE_INGEST_LINE_SOCKET", "none");
    settings.putAll(changed);
    settings.put("HOOKLINE_CONSOLE_PORT", String.valueOf(FreePort.find()));
    settings.put("HOOKLINE_TELEGRAM_TOKEN", EmulatorOptions.TOKEN);
    settings.put("HOOKLINE_TELEGRAM_CHAT_ID", String.valueOf(EmulatorOptions.CHAT));
    settings.put("HOOKLINE_TELEGRAM_API_ROOT", telegram.apiRoot().toString());
    ChildProcess process =
        ChildProcess.start(path("node.log"), port, List.of(launcher.toString(), "serve"), settings);
    return new BenchNode(process, dataDir.resolve("ingest.token"));
  }

  /** A server that does nothing but answer. */
  ChildProcess bareServer() throws Exception {
    int port = FreePort.find();
    return ChildProcess.start(
        path("bare.log"),
        port,
        List.of(launcher.toString(), "bench-bare-server", String.valueOf(port)),
        Map.of());
  }

  @Override
  public void close() throws IOException {
    vertx.close().await();
    try (Stream<Path> all = Files.walk(directory)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
