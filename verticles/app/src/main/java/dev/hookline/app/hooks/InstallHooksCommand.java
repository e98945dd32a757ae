package dev.hookline.app.hooks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes our hooks into an agent's settings, and shows what changes. */
@Command(
    name = "install-hooks",
    description = "Write Hookline's hooks into an agent's settings, or take them out again.",
    mixinStandardHelpOptions = true)
public final class InstallHooksCommand implements Callable<Integer> {

  private static final int REFUSED = 2;

  @Parameters(
      paramLabel = "AGENT",
      arity = "0..1",
      description =
          "claude, codex, gemini, cursor, copilot or opencode; without it, says which of them are"
              + " here")
  private String agent;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "for one project only: in the agent's settings below DIR")
  private Path project;

  @Option(names = "--undo", description = "take them out again")
  private boolean undo;

  @Option(names = "--dry-run", description = "only show what would change")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Places places;

  public InstallHooksCommand() {
    this(Places.ofThisProcess());
  }

  /**
   * @param places where agents are
   */
  public InstallHooksCommand(Places places) {
    this.places = places;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try {
      if (agent == null) {
        offer(out);
      } else {
        change(settings(), out);
      }
      return 0;
    } catch (BadAgentSettingsException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return REFUSED;
    } finally {
      out.flush();
    }
  }

  private AgentSettings settings() {
    return KnownAgents.named(agent)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "hooks can be installed for "
                        + KnownAgents.names()
                        + ", and not for "
                        + agent
                        + "; any program can POST to /v1/events"));
  }

  private void change(AgentSettings settings, PrintWriter out) throws IOException {
    SettingsFile file =
        new SettingsFile(
            project == null
                ? settings.file(places)
                : settings.projectFile(project.toAbsolutePath().normalize()));
    new HookInstallation(undo, dryRun).change(settings, file, out);
  }

  private void offer(PrintWriter out) {
    List<InstalledHooks> here = InstalledHooks.here(places);
    if (here.isEmpty()) {
      out.println("None of " + KnownAgents.names() + " is on this machine.");
      return;
    }
    out.println("On this machine are:");
    for (InstalledHooks one : here) {
      out.printf("  %-9s %s in %s%n", one.agent(), words(one.state()), one.file());
    }
    out.println("Install with: ./hookline install-hooks AGENT");
  }

  private static String words(InstalledHooks.State state) {
    return switch (state) {
      case COMPLETE -> "has the hooks,";
      case OUTDATED -> "has other hooks of Hookline,";
      case NONE -> "has no hooks of Hookline";
      case UNREADABLE -> "has something that cannot be understood";
    };
  }
}
