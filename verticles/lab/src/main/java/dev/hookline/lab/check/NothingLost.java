package dev.hookline.lab.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * C1: what goes in must come out. Every acknowledged event is in the store, and visible if it is
 * for the chat.
 */
public final class NothingLost implements Checker {

  @Override
  public Verdict judge(History history) {
    Set<String> visible =
        history.visible().stream()
            .flatMap(message -> message.marks().stream())
            .collect(Collectors.toSet());
    List<Told> acknowledged = history.told().stream().filter(Told::isAcknowledged).toList();
    List<String> lost =
        Stream.concat(
                acknowledged.stream()
                    .filter(event -> !history.stored().contains(event.mark()))
                    .map(event -> event.mark() + " was acknowledged and is not in the store"),
                acknowledged.stream()
                    .filter(event -> event.isForChat() && !visible.contains(event.mark()))
                    .map(event -> event.mark() + " was acknowledged and is not shown"))
            .toList();
    return new Verdict("C1 nothing lost", Map.of("lost", (long) lost.size()), lost);
  }
}
