package dev.hookline.telegram.command;

import dev.hookline.store.SessionTopic;
import dev.hookline.telegram.ask.People.Right;
import java.util.regex.Pattern;

/** Says how to go on with a session where its agent runs. */
final class Resume extends OnSession {

  private static final String CLAUDE = "claude --resume ";
  private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]*");

  Resume() {
    super("resume", "how to go on with this session in a terminal", Right.READ);
  }

  @Override
  Outcome answer(Asked asked, SessionTopic session) {
    String where = session.host().isEmpty() ? "" : "On " + session.host() + ":\n";
    String id = session.session().value();
    String directory = session.project();
    boolean known =
        session.agent().equals("claude") && PLAIN_ID.matcher(id).matches() && !isOption(directory);
    return Outcome.say(
        known
            ? where + (directory.isEmpty() ? "" : "cd " + quoted(directory) + " && ") + CLAUDE + id
            : where + "session " + id + " in " + directory);
  }

  private static boolean isOption(String word) {
    return word.startsWith("-");
  }

  // What an agent called its directory must be nothing but a word to a shell.
  private static String quoted(String word) {
    String visible = word.replaceAll("[\\p{Cntrl}\\p{Cf}]", "");
    return visible.matches("[A-Za-z0-9_./-]+")
        ? visible
        : "'" + visible.replace("'", "'\\''") + "'";
  }
}
