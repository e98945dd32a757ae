package dev.hookline.telegram.command;

import dev.hookline.store.Overview;
import dev.hookline.store.SessionSummary;
import dev.hookline.telegram.ask.People.Right;
import dev.hookline.telegram.render.Labels;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;

/** The sessions that were active last, each with the way to its topic. */
final class Sessions extends Plain {

  private static final int MOST = 10;
  private static final int LONGEST = 100; // of a name

  private final Overview overview;

  Sessions(Overview overview) {
    super("sessions", "the sessions that were active last", Right.READ);
    this.overview = overview;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    return overview.sessions(MOST).map(sessions -> Outcome.say(words(sessions)));
  }

  private static String words(List<SessionSummary> sessions) {
    if (sessions.isEmpty()) {
      return "There are no sessions yet.";
    }
    StringBuilder words = new StringBuilder();
    for (SessionSummary one : sessions) {
      String name = one.topicName().isEmpty() ? one.topic().session().value() : one.topicName();
      words.append(words.isEmpty() ? "" : "\n").append(Labels.of(name, LONGEST)).append(": ");
      words.append(one.topic().state().name().toLowerCase(Locale.ROOT));
      words.append(one.waiting() == 0 ? "" : ", " + one.waiting() + " waiting").append(link(one));
    }
    return words.toString();
  }

  // A supergroup's id is -100 and a number, which names it in links.
  private static String link(SessionSummary one) {
    String chat = String.valueOf(one.topic().chat());
    return one.topic().thread() == 0 || !chat.startsWith("-100")
        ? ""
        : " https://t.me/c/" + chat.substring(4) + "/" + one.topic().thread();
  }
}
