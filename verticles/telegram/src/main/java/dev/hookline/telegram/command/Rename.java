package dev.hookline.telegram.command;

import dev.hookline.store.Arrangement;
import dev.hookline.store.Errand.Deed;
import dev.hookline.store.SessionTopic;
import dev.hookline.telegram.ask.People.Right;

/**
 * Gives a session's topic another name, also for the case that another topic takes its place.
 * Telegram tells of it in the topic.
 */
final class Rename extends OnSession {

  private static final int LONGEST = 128; // in code points, says Telegram

  Rename() {
    super("rename", "another name for this topic", Right.REPLY);
  }

  @Override
  Outcome answer(Asked asked, SessionTopic session) {
    String title = visible(asked.arguments());
    if (title.isEmpty() || title.codePointCount(0, title.length()) > LONGEST) {
      return Outcome.say("Write /rename and a name of at most " + LONGEST + " characters.");
    }
    return new Outcome(new Arrangement.Title(session.session(), title), Deed.RENAME, title);
  }

  private static String visible(String name) {
    return name.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ")
        .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}]", "")
        .strip();
  }
}
