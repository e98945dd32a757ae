package dev.hookline.telegram.command;

import dev.hookline.store.SessionTopic;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;

/** A command about one session, to be written in that session's topic. */
abstract class OnSession extends Plain {

  OnSession(String name, String does, Right needed) {
    super(name, does, needed);
  }

  @Override
  public final Future<Outcome> answer(Asked asked) {
    return Future.succeededFuture(
        asked
            .session()
            .map(session -> answer(asked, session))
            .orElseGet(() -> Outcome.say("Write /" + name() + " in the topic of a session.")));
  }

  /** What comes of it. */
  abstract Outcome answer(Asked asked, SessionTopic session);
}
