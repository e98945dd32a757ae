package dev.hookline.telegram.command;

import dev.hookline.store.Arrangement;
import dev.hookline.store.Errand.Deed;
import dev.hookline.store.SessionTopic;
import dev.hookline.telegram.ask.People.Right;

/** Closes a session's topic; its next message opens it again. Telegram tells of it in the topic. */
final class Close extends OnSession {

  Close() {
    super("close", "close this topic until the session goes on", Right.REPLY);
  }

  @Override
  Outcome answer(Asked asked, SessionTopic session) {
    return new Outcome(new Arrangement.Nothing(), Deed.CLOSE, "");
  }
}
