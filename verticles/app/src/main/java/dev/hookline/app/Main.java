package dev.hookline.app;

import dev.hookline.app.bench.BareServerCommand;
import dev.hookline.app.bench.BenchCommand;
import dev.hookline.app.care.DoctorCommand;
import dev.hookline.app.care.SetupCommand;
import dev.hookline.app.demo.DemoCommand;
import dev.hookline.app.demo.WarmUpCommand;
import dev.hookline.app.hooks.InstallHooksCommand;
import dev.hookline.app.keep.BackupCommand;
import dev.hookline.app.keep.RestoreCommand;
import dev.hookline.app.keep.VacuumCommand;
import dev.hookline.app.look.HushedCommand;
import dev.hookline.app.look.ParkedCommand;
import dev.hookline.app.look.SessionsCommand;
import dev.hookline.app.look.StatusCommand;
import dev.hookline.app.look.VerbosityCommand;
import dev.hookline.config.BadSettingsException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
    name = "hookline",
    description = "Every coding-agent session in exactly one Telegram forum topic, in order.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Version.class,
    subcommands = {
      ServeCommand.class,
      DemoCommand.class,
      StatusCommand.class,
      SessionsCommand.class,
      ParkedCommand.class,
      SetupCommand.class,
      DoctorCommand.class,
      VerbosityCommand.class,
      HushedCommand.class,
      InstallHooksCommand.class,
      BackupCommand.class,
      RestoreCommand.class,
      VacuumCommand.class,
      BenchCommand.class,
      WarmUpCommand.class,
      BareServerCommand.class
    })
public final class Main {

  private static final int CANNOT_START = 1;
  private static final int BAD_SETTINGS = 2;

  private Main() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs a command to its end and gives the exit code. */
  public static int run(String... arguments) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure))
        .execute(arguments);
  }

  // What the user can put right is said in words; anything else is our error, and shows its trace.
  private static int explain(Exception failure) throws Exception {
    if (failure instanceof BadSettingsException) {
      System.err.println("These settings cannot be used:\n" + failure.getMessage().indent(2));
      return BAD_SETTINGS;
    }
    if (failure instanceof CannotStartException) {
      System.err.println("Hookline cannot start: " + failure.getMessage());
      return CANNOT_START;
    }
    throw failure;
  }
}
