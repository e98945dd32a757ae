package dev.hookline.telegram.command;

import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;

/** Says that Hookline is there. */
final class Ping extends Plain {

  Ping() {
    super("ping", "whether Hookline is there", Right.READ);
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    return Future.succeededFuture(Outcome.say("pong"));
  }
}
