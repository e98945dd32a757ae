package dev.hookline.app.look;

import dev.hookline.store.ParkedEntry;
import dev.hookline.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists what could not be shown, and shows it again. */
@Command(
    name = "parked",
    description = "List what could not be shown, and show it again.",
    mixinStandardHelpOptions = true)
public final class ParkedCommand extends StoreCommand {

  private static final int MOST = 1_000;

  @Option(
      names = "--again",
      description = "show all of it once more, at the end of its sessions and marked as late")
  private boolean again;

  @Option(
      names = "--session",
      paramLabel = "ID",
      description = "only what is parked in this session")
  private String session;

  @Override
  void tell(Store store, PrintWriter out) {
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
  }

  private boolean isMeant(ParkedEntry entry) {
    return session == null || entry.session().value().equals(session);
  }

  private static boolean showAgain(Store store, ParkedEntry entry) {
    return await(store.parked().showAgain(entry, store.clock().instant()));
  }

  private static String line(ParkedEntry entry) {
    return String.format(
        Locale.ROOT,
        "%s  session %s, event #%d (%s): %s",
        time(entry.since()),
        entry.session(),
        entry.position(),
        entry.what().isEmpty() ? "note" : entry.what(),
        entry.reason());
  }
}
