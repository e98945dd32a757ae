package dev.hookline.app.hooks;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.hookline.app.CannotStartException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
  private static final int CONTEXT = 3;

  @Parameters(paramLabel = "AGENT", description = "the agent: claude")
  private String agent;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "for one project only: in its .claude/settings.local.json")
  private Path project;

  @Option(names = "--undo", description = "take them out again")
  private boolean undo;

  @Option(names = "--dry-run", description = "only show what would change")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!agent.equals("claude")) {
      throw new ParameterException(
          spec.commandLine(), "hooks can be installed for claude, not yet for " + agent);
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      change(new SettingsFile(file()), out);
      return 0;
    } catch (BadAgentSettingsException wrong) {
      spec.commandLine().getErr().println(wrong.getMessage());
      return REFUSED;
    } finally {
      out.flush();
    }
  }

  private void change(SettingsFile file, PrintWriter out) throws IOException {
    String before = file.text();
    JsonObject settings = file.parse(before);
    JsonObject wanted =
        undo ? ClaudeSettings.uninstall(settings) : new ClaudeSettings(script()).install(settings);
    if (wanted.equals(settings)) {
      out.println(file.path() + ": nothing to change");
      return;
    }
    String after = PrettyJson.of(wanted);
    diff(file.path(), before, after).forEach(out::println);
    if (dryRun) {
      out.println("Nothing was written: this was a dry run.");
      return;
    }
    file.replace(after);
    out.println(file.path() + " was written.");
    if (!before.isEmpty()) {
      out.println("What it was before is in " + file.backup());
    }
  }

  private static List<String> diff(Path path, String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        path.toString(),
        path.toString(),
        old,
        DiffUtils.diff(old, after.lines().toList()),
        CONTEXT);
  }

  private Path file() {
    if (project != null) {
      return project.toAbsolutePath().normalize().resolve(".claude/settings.local.json");
    }
    String configured = System.getenv("CLAUDE_CONFIG_DIR");
    Path directory =
        configured == null || configured.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".claude")
            : Path.of(configured).toAbsolutePath();
    return directory.resolve("settings.json");
  }

  private static String script() {
    Path script =
        Path.of(System.getProperty("app.home", "."), "clients", "hookline-hook")
            .toAbsolutePath()
            .normalize();
    if (!Files.isExecutable(script)) {
      throw new CannotStartException("there is no program " + script + " for agents to run");
    }
    return script.toString();
  }
}
