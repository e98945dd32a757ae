package dev.hookline.telegram.command;

import dev.hookline.messages.Verbosity;
import dev.hookline.store.Store;
import dev.hookline.telegram.ask.People;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All commands that there are, in the order in which they are offered. Immutable. */
final class Repertoire {

  private final List<Command> commands;

  Repertoire(Store store, People people) {
    List<Command> all = new ArrayList<>();
    all.add(new Help("help", true, all, people));
    all.add(new Status(store));
    all.add(new Sessions(store.overview()));
    all.add(new Stats(store.overview()));
    all.add(new Who(people));
    all.add(new Resume());
    all.add(new Queue(store.replies()));
    all.add(new Cancel(store.replies()));
    all.add(new Show("quiet", Optional.of(Verbosity.QUIET), "show answers and questions only"));
    all.add(new Show("normal", Optional.of(Verbosity.NORMAL), "show all but what subagents do"));
    all.add(new Show("everything", Optional.of(Verbosity.EVERYTHING), "show everything"));
    all.add(new Show("usual", Optional.empty(), "show as much as is usual"));
    all.add(new Mute());
    all.add(new Unmute());
    all.add(new Rename());
    all.add(new Close());
    all.add(new Ping());
    all.add(new Help("start", false, all, people));
    for (String word : List.of("attach", "detach", "toggle", "abort")) {
      all.add(new Former(word));
    }
    commands = List.copyOf(all);
  }

  List<Command> commands() {
    return commands;
  }

  /**
   * A menu, by the commands' names. What needs no more than the right to read is in everybody's.
   *
   * @param administrators whether of the chat's administrators
   */
  Map<String, String> menu(boolean administrators) {
    Map<String, String> menu = new LinkedHashMap<>();
    commands.stream()
        .filter(Command::isOffered)
        .filter(one -> administrators || one.needs(Subject.SESSION) == People.Right.READ)
        .forEach(one -> menu.put(one.name(), one.does()));
    return menu;
  }
}
