package dev.hookline.app.care;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.ConfigFile;
import dev.hookline.app.LocalNode;
import dev.hookline.app.NodeOptions;
import dev.hookline.app.Sources;
import dev.hookline.app.hooks.HookScript;
import dev.hookline.app.hooks.InstalledHooks;
import dev.hookline.app.hooks.Places;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Walks through everything that has to be there before the first event. */
@Command(
    name = "setup",
    description =
        "Set Hookline up, step by step: bot, group, rights, first topic, hooks. May be run again.",
    mixinStandardHelpOptions = true)
public final class SetupCommand implements Callable<Integer> {

  private static final int LEFT = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long ANSWER_SECONDS = 30;

  @Mixin private ConfigFile config;

  @Spec private CommandSpec spec;

  private final Places places;
  private Terminal terminal;

  public SetupCommand() {
    this(Places.ofThisProcess());
  }

  /**
   * @param places where agents are
   */
  public SetupCommand(Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    terminal = Terminal.of(spec.commandLine().getOut());
    SetupFile file = new SetupFile(config.written());
    terminal.say(
        "Settings are kept in " + file.path() + ". Leave with q at any time, and come back.");
    try {
      TelegramSetup telegram = new TelegramSetup(terminal, file, config::settingsSoFar);
      telegram.bot();
      telegram.group();
      telegram.people();
      telegram.rights();
      firstTopic(NodeOptions.from(config.settingsSoFar()));
      hooks();
      terminal.say(
          "Done. Start the node with ./hookline serve, and ask ./hookline doctor when in doubt.");
      return 0;
    } catch (Terminal.LeftException left) {
      terminal.say("\nWhat was done so far is kept; ./hookline setup goes on from there.");
      return LEFT;
    }
  }

  /**
   * Shows a first event: with the node that runs, or with one that runs for as long as it takes.
   */
  private void firstTopic(NodeOptions options) {
    if (options.store().exists() && OpenStore.with(options.store(), SetupCommand::hasTopic)) {
      terminal.say("5. First topic: there already.");
      return;
    }
    terminal.say("5. First topic: an event is on its way …");
    try {
      Finding shown =
          new NodeChecks(options, new NodeDoor(options.ingest())).node().isWrong()
              ? ownNode(options)
              : OpenStore.with(options.store(), store -> roundTrip(options, store));
      terminal.say("   " + shown.line());
    } catch (CannotStartException no) {
      terminal.say("   It could not be sent: " + no.getMessage());
    }
  }

  private static boolean hasTopic(Store store) {
    try {
      return !store
          .overview()
          .shown(new SessionKey(RoundTrip.SESSION))
          .await(ANSWER_SECONDS, TimeUnit.SECONDS)
          .isEmpty();
    } catch (Exception unknown) {
      return false;
    }
  }

  private static Finding ownNode(NodeOptions options) {
    try (LocalNode local = LocalNode.start(options, Sources.system())) {
      return roundTrip(options, local.store());
    }
  }

  private static Finding roundTrip(NodeOptions options, Store store) {
    return new RoundTrip(store, HookScript.path(), options.dataDir(), PATIENCE).make();
  }

  private void hooks() throws IOException {
    List<InstalledHooks> here = InstalledHooks.here(places);
    if (here.isEmpty()) {
      terminal.say("6. Hooks: no agent that we know is here; any program can POST to /v1/events.");
    }
    for (InstalledHooks agent : here) {
      if (agent.state() == InstalledHooks.State.COMPLETE) {
        terminal.say("6. Hooks of " + agent.agent() + ": there already, in " + agent.file() + ".");
      } else if (terminal.agrees(
          "6. Write hooks for " + agent.agent() + " to " + agent.file() + "?")) {
        agent.install(terminal.out());
      }
    }
  }
}
