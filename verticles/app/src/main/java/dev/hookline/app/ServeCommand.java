package dev.hookline.app;

import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs a node until the process is told to end. */
@Command(
    name = "serve",
    description = "Run a node until it is told to stop (Ctrl-C).",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "settings in YAML; without it, conf/hookline.yaml beside the launcher")
  private Path config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    NodeOptions options = NodeOptions.from(settings());
    LocalNode local = LocalNode.start(options, Sources.system());
    try (Lifetime lifetime = Lifetime.of(local)) {
      announce(options, local.node());
      lifetime.await();
    }
    return 0;
  }

  private Settings settings() {
    return new Settings(tree(), System.getenv(), SystemProperties.all());
  }

  private JsonObject tree() {
    if (config != null) {
      return SettingsFile.read(config);
    }
    Path usual = Path.of(System.getProperty("app.home", ".")).resolve("conf/hookline.yaml");
    return Files.exists(usual) ? SettingsFile.read(usual) : new JsonObject();
  }

  // The console's address lets whoever has it look: it goes to the user, and into no log.
  private void announce(NodeOptions options, Node node) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Hookline is ready.");
    out.println(
        "  events   http://" + options.ingest().host() + ":" + node.ingestPort() + "/v1/events");
    out.println("  token    in " + options.ingest().tokenFile());
    out.println("  console  " + node.consoleLink());
    out.flush();
  }
}
