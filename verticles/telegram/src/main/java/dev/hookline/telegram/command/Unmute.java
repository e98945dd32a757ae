package dev.hookline.telegram.command;

import dev.hookline.store.Arrangement;
import dev.hookline.store.SessionTopic;
import dev.hookline.telegram.ask.People.Right;
import java.time.Instant;

/** A session's messages make a sound again. */
final class Unmute extends OnSession {

  Unmute() {
    super("unmute", "sound for this session again", Right.REPLY);
  }

  @Override
  Outcome answer(Asked asked, SessionTopic session) {
    return Outcome.say(
        new Arrangement.Silence(session.session(), Instant.EPOCH), "Sound again for this session.");
  }
}
