package dev.hookline.app.look;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Store;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.Renderer;
import dev.hookline.telegram.render.TextPart;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints what was kept out of a session's topic, as the topic would show it. */
@Command(
    name = "hushed",
    description = "Print what was kept out of a session's topic because of its verbosity.",
    mixinStandardHelpOptions = true)
public final class HushedCommand extends StoreCommand {

  private static final int AT_ONCE = 100;

  private final Renderer renderer = new Renderer();

  @Parameters(index = "0", paramLabel = "SESSION", description = "the session's id")
  private String session;

  @Override
  void tell(Store store, PrintWriter out) {
    SessionKey key = new SessionKey(session);
    long after = 0;
    List<OutboxEntry> some = await(store.hushed().list(key, after, AT_ONCE));
    if (some.isEmpty()) {
      out.println("Nothing of session " + session + " was kept out of its topic.");
    }
    while (!some.isEmpty()) {
      some.forEach(entry -> print(entry, out));
      after = some.get(some.size() - 1).position();
      some = await(store.hushed().list(key, after, AT_ONCE));
    }
  }

  private void print(OutboxEntry entry, PrintWriter out) {
    String time = time(entry.events().get(0).timestamp());
    out.printf(Locale.ROOT, "%s  event #%d%n", time, entry.firstSeq());
    renderer.render(entry).forEach(part -> out.println(words(part).strip().indent(2)));
  }

  private static String words(Part part) {
    return part instanceof TextPart text ? text.text() : "(the rest is longer)";
  }
}
