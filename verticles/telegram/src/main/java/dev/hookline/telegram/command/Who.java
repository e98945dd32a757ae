package dev.hookline.telegram.command;

import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says who may do what: to an administrator of everybody, to others of themselves. */
final class Who extends Plain {

  private final People people;

  Who(People people) {
    super("who", "who may do what", Right.READ);
    this.people = people;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    long user = asked.order().user();
    StringBuilder words = new StringBuilder("You (" + user + "): " + named(people.of(user)));
    if (people.may(user, Right.ADMIN)) {
      for (Map.Entry<Long, Set<Right>> other : new TreeMap<>(people.rights()).entrySet()) {
        if (other.getKey() != user) {
          words.append("\n").append(other.getKey()).append(": ").append(named(other.getValue()));
        }
      }
    }
    return Future.succeededFuture(Outcome.say(words.toString()));
  }

  private static String named(Set<Right> rights) {
    return rights.stream()
        .sorted()
        .map(right -> right.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }
}
