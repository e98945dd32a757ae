package dev.hookline.app.keep;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.ConfigFile;
import dev.hookline.app.NodeDirectory;
import dev.hookline.app.NodeOptions;
import dev.hookline.store.jdbc.StoreFile;
import dev.hookline.store.jdbc.UnusableDatabaseException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts a copy of the store back; the node must not run. */
@Command(
    name = "restore",
    description = "Put a copy of the store back while the node does not run; keep what was there.",
    mixinStandardHelpOptions = true)
public final class RestoreCommand implements Callable<Integer> {

  private static final String INSTEAD =
      "stop every node, and restore it with pg_restore --clean --if-exists --dbname=DATABASE FILE";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  @Mixin private ConfigFile config;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "what backup has written")
  private Path file;

  @Override
  public Integer call() {
    NodeOptions options = NodeOptions.from(config.settings());
    StoreFile store = EmbeddedStore.of(options.store(), INSTEAD);
    if (!Files.isRegularFile(file)) {
      throw new CannotStartException("there is no file " + file);
    }
    String suffix = ".before-" + TIME.format(Clock.systemUTC().instant());
    PrintWriter out = spec.commandLine().getOut();
    NodeDirectory ours = NodeDirectory.open(options.dataDir()); // no node has it now
    try {
      if (store.putBack(file.toAbsolutePath(), suffix)) {
        out.println("The former database is kept: " + store.path() + suffix);
      }
    } catch (UnusableDatabaseException failed) {
      throw new CannotStartException(failed.getMessage(), failed);
    } finally {
      ours.close();
    }
    out.println(store.path() + " is what " + file + " was. Start the node.");
    out.flush();
    return 0;
  }
}
