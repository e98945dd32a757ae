package dev.hookline.app;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Runs a node until the process is told to end. */
@Command(
    name = "serve",
    description = "Run a node until it is told to stop (Ctrl-C).",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

  @Mixin private ConfigFile config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    SettingsPlaces places = config.places();
    JsonObject texts = places.texts();
    NodeOptions options = NodeOptions.from(SettingsPlaces.settings(texts));
    LocalNode local = LocalNode.start(options, Sources.system());
    try (Lifetime lifetime = Lifetime.of(local)) {
      local.follow(places, texts, SettingsPlaces::settings);
      announce(options, local.node());
      lifetime.await();
    }
    return 0;
  }

  // The console's address lets whoever has it look: it goes to the user, and into no log.
  private void announce(NodeOptions options, Node node) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Hookline is ready.");
    if (node.ingestPort() > 0) {
      out.println(
          "  events   http://" + options.ingest().host() + ":" + node.ingestPort() + "/v1/events");
      out.println("  token    in " + options.ingest().tokenFile());
    }
    if (node.busPort() > 0) {
      out.println("  bus      " + options.bus().tcp().orElseThrow().host() + ":" + node.busPort());
    }
    if (!node.consoleLink().isEmpty()) {
      out.println("  console  " + node.consoleLink());
    }
    out.flush();
  }
}
