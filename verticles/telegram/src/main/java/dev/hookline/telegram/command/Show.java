package dev.hookline.telegram.command;

import dev.hookline.messages.Verbosity;
import dev.hookline.store.Arrangement;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;
import java.util.Optional;

/** How much is shown from now on: of a session, or of all of which nobody said it. */
final class Show implements Command {

  private final String name;
  private final Optional<Verbosity> verbosity;
  private final String does;

  /**
   * @param verbosity empty: as much as is usual
   */
  Show(String name, Optional<Verbosity> verbosity, String does) {
    this.name = name;
    this.verbosity = verbosity;
    this.does = does;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String does() {
    return does;
  }

  @Override
  public Right needs(Subject about) {
    return about == Subject.CHAT ? Right.ADMIN : Right.REPLY;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    return Future.succeededFuture(
        switch (asked.subject()) {
          case SESSION ->
              Outcome.say(
                  new Arrangement.ShowSession(asked.session().orElseThrow().session(), verbosity),
                  "This session from now on: " + word("as usual in this chat."));
          case CHAT ->
              Outcome.say(
                  new Arrangement.ShowChat(asked.order().chat(), verbosity),
                  "Sessions that have no word of their own from now on: "
                      + word("as telegram.verbosity says."));
          case NOTHING ->
              Outcome.say(
                  "Write /" + name + " in the topic of a session, or outside of all topics.");
        });
  }

  private String word(String usual) {
    return verbosity.map(one -> one.word() + ".").orElse(usual);
  }
}
