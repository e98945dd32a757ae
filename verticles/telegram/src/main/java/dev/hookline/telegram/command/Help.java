package dev.hookline.telegram.command;

import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/** Names the commands that a person may give here. */
final class Help extends Plain {

  private final boolean offered;
  private final List<Command> commands;
  private final People people;

  /**
   * @param commands all there are; looked at when somebody asks
   */
  Help(String name, boolean offered, List<Command> commands, People people) {
    super(name, "what you may do here", Right.READ);
    this.offered = offered;
    this.commands = commands;
    this.people = people;
  }

  @Override
  public boolean isOffered() {
    return offered;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    String lines =
        commands.stream()
            .filter(Command::isOffered)
            .filter(one -> one.isFor(asked.order().user(), asked.subject(), people))
            .map(one -> "/" + one.name() + " – " + one.does())
            .collect(Collectors.joining("\n"));
    return Future.succeededFuture(Outcome.say(lines));
  }
}
