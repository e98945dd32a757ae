package dev.hookline.app.look;

import dev.hookline.store.SessionSummary;
import dev.hookline.store.Store;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists sessions, the most recently active first. */
@Command(
    name = "sessions",
    description = "List sessions and their topics, the most recently active first.",
    mixinStandardHelpOptions = true)
public final class SessionsCommand extends StoreCommand {

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "how many (default: 20)")
  private int most;

  @Override
  void tell(Store store, PrintWriter out) {
    List<SessionSummary> sessions = await(store.overview().sessions(Math.max(1, most)));
    if (sessions.isEmpty()) {
      out.println("No session yet.");
    }
    sessions.forEach(session -> out.println(line(session)));
  }

  private static String line(SessionSummary session) {
    return String.format(
        Locale.ROOT,
        "%s  %s  %d events, %d waiting%s  session %s",
        time(session.lastEventAt()),
        topic(session),
        session.accepted(),
        session.waiting(),
        session.headReason().isEmpty() ? "" : " (" + session.headReason() + ")",
        session.topic().session());
  }

  private static String topic(SessionSummary session) {
    return switch (session.topic().state()) {
      case NEEDED -> "no topic yet";
      case BOUND -> session.topicName();
      case CLOSED -> session.topicName() + " (closed)";
      case DOUBTED -> session.topicName() + " (gone?)";
      case MUTED -> session.topicName() + " (muted: it was deleted twice)";
    };
  }
}
