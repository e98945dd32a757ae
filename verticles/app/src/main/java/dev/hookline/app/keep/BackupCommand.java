package dev.hookline.app.keep;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.ConfigFile;
import dev.hookline.app.NodeOptions;
import dev.hookline.store.jdbc.StoreFile;
import dev.hookline.store.jdbc.UnusableDatabaseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Copies the store, whether the node runs or not. */
@Command(
    name = "backup",
    description = "Copy the store to a file, while the node runs or not, and examine the copy.",
    mixinStandardHelpOptions = true)
public final class BackupCommand implements Callable<Integer> {

  private static final String INSTEAD =
      "back it up with pg_dump --format=custom --file=FILE DATABASE";

  @Mixin private ConfigFile config;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "must not exist")
  private Path file;

  @Override
  public Integer call() {
    StoreFile store = EmbeddedStore.existing(NodeOptions.from(config.settings()).store(), INSTEAD);
    try {
      store.copyTo(file.toAbsolutePath());
      spec.commandLine()
          .getOut()
          .printf(Locale.ROOT, "%s: %d bytes, examined and sound.%n", file, Files.size(file))
          .flush();
    } catch (UnusableDatabaseException failed) {
      throw new CannotStartException(failed.getMessage(), failed);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return 0;
  }
}
