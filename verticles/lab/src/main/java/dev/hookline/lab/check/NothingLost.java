package dev.hookline.lab.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** C1: what goes in must come out. Every acknowledged event is visible. */
public final class NothingLost implements Checker {

  @Override
  public Verdict judge(History history) {
    Set<String> visible =
        history.visible().stream()
            .flatMap(message -> message.marks().stream())
            .collect(Collectors.toSet());
    List<Told> acknowledged = history.told().stream().filter(Told::isAcknowledged).toList();
    List<Told> lost =
        acknowledged.stream().filter(event -> !visible.contains(event.mark())).toList();
    return new Verdict(
        "C1 nothing lost",
        Map.of("lost", (long) lost.size()),
        lost.stream()
            .map(
                event ->
                    event.mark() + " of " + event.session() + " was acknowledged and is not shown")
            .toList());
  }
}
