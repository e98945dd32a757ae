package dev.hookline.app.look;

import dev.hookline.app.NodeOptions;
import dev.hookline.app.care.NodeDoor;
import dev.hookline.store.ChatLease;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Store;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;

/** Says in a few lines how it stands. */
@Command(
    name = "status",
    description =
        "Say what became of the events, who serves the chat, what runs, and what needs a person.",
    mixinStandardHelpOptions = true)
public final class StatusCommand extends StoreCommand {

  private static final int MOST_TROUBLES = 10;

  @Override
  void tell(Store store, PrintWriter out) {
    Totals totals = await(store.overview().totals());
    out.printf(
        Locale.ROOT,
        "events   %d accepted = %d shown + %d hushed + %d kept + %d parked + %d waiting%n",
        totals.accepted(),
        totals.shown(),
        totals.hushed(),
        totals.kept(),
        totals.parked(),
        totals.waiting());
    if (totals.oldestWaiting() != null) {
      Duration age = Duration.between(totals.oldestWaiting(), store.clock().instant());
      out.printf(Locale.ROOT, "oldest   has been waiting for %d s%n", age.toSeconds());
    }
    await(store.overview().chats()).forEach(chat -> out.println(line(chat)));
    List<Trouble> troubles = await(store.overview().troubles(MOST_TROUBLES));
    troubles.forEach(trouble -> out.println(line(trouble)));
    if (troubles.isEmpty()) {
      out.println("Nothing needs a person.");
    }
  }

  @Override
  void tellMore(NodeOptions node, PrintWriter out) {
    try {
      NodeDoor.Answer answer = new NodeDoor(node.ingest()).ask("/v1/node");
      if (answer.status() == 200) {
        RunningVerticles.lines(new JsonObject(answer.body())).forEach(out::println);
        return;
      }
      out.println("node     answers " + answer.status() + " when asked what it runs");
    } catch (IOException notRunning) {
      out.println("node     none answers on this machine");
    }
  }

  private static String line(ChatSummary chat) {
    ChatLease lease = chat.lease();
    String stopped = lease.suspended() == null ? "" : "; STOPPED: " + lease.suspended();
    return String.format(
        Locale.ROOT,
        "chat     %d last served by node %s, %d calls in the last minute, %d entries waiting%s",
        lease.chat(),
        lease.owner(),
        chat.callsInWindow(),
        chat.waiting(),
        stopped);
  }

  private static String line(Trouble trouble) {
    String where = trouble.position() == 0 ? "its topic" : "event #" + trouble.position();
    return String.format(
        Locale.ROOT,
        "trouble  %s  session %s, %s (%s): %s",
        time(trouble.since()),
        trouble.session(),
        where,
        trouble.what().toLowerCase(Locale.ROOT),
        trouble.reason());
  }
}
