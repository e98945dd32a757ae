package dev.hookline.telegram.command;

import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;

/** A command of claude-telegram-mirror that has no meaning here: says what to do instead. */
final class Former extends Plain {

  Former(String name) {
    super(name, "", Right.READ);
  }

  @Override
  public boolean isOffered() {
    return false;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    String words =
        switch (name()) {
          case "attach", "detach" ->
              "Each session has a topic of its own: nothing is to be attached.";
          case "toggle" ->
              "Hookline shows what it is sent. /quiet shows less, /mute makes no sound.";
          default -> "An agent cannot be stopped from here: stop it in its terminal.";
        };
    return Future.succeededFuture(Outcome.say(words));
  }
}
