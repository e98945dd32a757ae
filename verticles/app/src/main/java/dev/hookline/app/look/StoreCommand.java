package dev.hookline.app.look;

import dev.hookline.app.CannotStartException;
import dev.hookline.app.ConfigFile;
import dev.hookline.app.NodeOptions;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that opens the store of a node, tells something of it, and closes it again. */
abstract class StoreCommand implements Callable<Integer> {

  private static final long SECONDS = 30;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  @Mixin private ConfigFile config;

  @Spec private CommandSpec spec;

  /** Does what the command is for. */
  abstract void tell(Store store, PrintWriter out);

  /** Tells what is not in the store. */
  void tellMore(NodeOptions node, PrintWriter out) {
    // most have nothing to tell
  }

  @Override
  public final Integer call() {
    NodeOptions node = NodeOptions.from(config.settings());
    JdbcStoreOptions options = node.store();
    refuseWhenMissing(options);
    Vertx vertx = Vertx.vertx();
    try {
      Store store = await(JdbcStore.open(vertx, options, Clock.systemUTC(), System::nanoTime));
      try {
        PrintWriter out = spec.commandLine().getOut();
        tell(store, out);
        tellMore(node, out);
        out.flush();
      } finally {
        await(store.close());
      }
    } finally {
      await(vertx.close());
    }
    return 0;
  }

  /** The time as people here read it. */
  static String time(Instant time) {
    return TIME.format(time.atZone(ZoneId.systemDefault()));
  }

  static <T> T await(Future<T> future) {
    try {
      return future.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new CannotStartException(String.valueOf(failed.getMessage()), failed);
    }
  }

  // Opening would make a new one, which is not what somebody wants who asks what is in it.
  private static void refuseWhenMissing(JdbcStoreOptions store) {
    if (!store.exists()) {
      throw new CannotStartException(
          "there is no database yet (" + store.url() + "): is dataDir the one that the node uses?");
    }
  }
}
