package dev.hookline.app.keep;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.ConfigFile;
import dev.hookline.app.NodeOptions;
import dev.hookline.store.Cleaning;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.StoreFile;
import dev.hookline.store.jdbc.UnusableDatabaseException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Takes out what is over and gives the disk back what is free. */
@Command(
    name = "vacuum",
    description = "Take out what the retention settings let go, and make the database smaller.",
    mixinStandardHelpOptions = true)
public final class VacuumCommand implements Callable<Integer> {

  private static final String INSTEAD =
      "it looks after its own space; the nodes take out what is over";
  private static final long OPEN_SECONDS = 30;
  private static final long CLEAN_MINUTES = 60;

  @Mixin private ConfigFile config;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    NodeOptions options = NodeOptions.from(config.settings());
    StoreFile file = EmbeddedStore.existing(options.store(), INSTEAD);
    long sessions = clean(options);
    try {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "%d sessions were over. The database is %d bytes smaller.%n",
              sessions,
              file.shrink())
          .flush();
    } catch (UnusableDatabaseException failed) {
      throw new CannotStartException(failed.getMessage(), failed);
    }
    return 0;
  }

  private static long clean(NodeOptions options) {
    Vertx vertx = Vertx.vertx();
    try {
      Store store =
          JdbcStore.open(vertx, options.store(), Clock.systemUTC(), System::nanoTime)
              .await(OPEN_SECONDS, TimeUnit.SECONDS);
      Future<Long> cleaned =
          Cleaning.run(store.retention(), options.session().retention(), store.clock().instant())
              .eventually(store::close);
      return cleaned.await(CLEAN_MINUTES, TimeUnit.MINUTES);
    } catch (Exception failed) {
      throw new CannotStartException(String.valueOf(failed.getMessage()), failed);
    } finally {
      vertx.close();
    }
  }
}
