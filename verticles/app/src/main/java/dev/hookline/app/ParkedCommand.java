package dev.hookline.app;

import dev.hookline.store.ParkedEntry;
import dev.hookline.store.Store;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists what could not be shown, from the node's own database, whether the node runs or not. */
@Command(
    name = "parked",
    description = "List what could not be shown, and show it again.",
    mixinStandardHelpOptions = true)
final class ParkedCommand implements Callable<Integer> {

  private static final int MOST = 1_000;
  private static final long SECONDS = 30;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  @Mixin private ConfigFile config;

  @Option(
      names = "--again",
      description = "show all of it once more, at the end of its sessions and marked as late")
  private boolean again;

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "only what is parked in this session")
  private String session;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    NodeOptions options = NodeOptions.from(config.settings());
    refuseWhenMissing(options.store());
    Vertx vertx = Vertx.vertx();
    try {
      Store store = await(JdbcStore.open(vertx, options.store(), clock(), System::nanoTime));
      try {
        tell(store);
      } finally {
        await(store.close());
      }
    } finally {
      await(vertx.close());
    }
    return 0;
  }

  private void tell(Store store) {
    PrintWriter out = spec.commandLine().getOut();
    List<ParkedEntry> parked =
        await(store.parked().list(MOST)).stream().filter(this::isMeant).toList();
    if (parked.isEmpty()) {
      out.println("Nothing is parked.");
    } else if (again) {
      long moved = parked.stream().filter(entry -> showAgain(store, entry)).count();
      out.println(moved + " shown again, marked as late, within a few seconds.");
    } else {
      parked.forEach(entry -> out.println(line(entry)));
      out.println();
      out.println(parked.size() + " parked. To show all of it again: ./hookline parked --again");
    }
    out.flush();
  }

  private boolean isMeant(ParkedEntry entry) {
    return session == null || entry.session().value().equals(session);
  }

  private static boolean showAgain(Store store, ParkedEntry entry) {
    return await(store.parked().showAgain(entry, store.clock().instant()));
  }

  private static String line(ParkedEntry entry) {
    String time = TIME.format(entry.since().atZone(ZoneId.systemDefault()));
    String what = entry.what().isEmpty() ? "note" : entry.what();
    return String.format(
        Locale.ROOT,
        "%s  session %s, event #%d (%s): %s",
        time,
        entry.session(),
        entry.position(),
        what,
        entry.reason());
  }

  // Opening would make a new one, which is not what somebody wants who asks what is in it.
  private static void refuseWhenMissing(JdbcStoreOptions store) {
    if (!store.exists()) {
      throw new CannotStartException(
          "there is no database yet (" + store.url() + "): is dataDir the one that the node uses?");
    }
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }

  private static <T> T await(Future<T> future) {
    try {
      return future.await(SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new CannotStartException(String.valueOf(failed.getMessage()), failed);
    }
  }
}
