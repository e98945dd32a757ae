package dev.hookline.lab.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * C4: nothing is shown twice but what the store calls uncertain, because an answer was lost; and
 * nothing at all when no answer can have been.
 */
public final class NothingTwice implements Checker {

  @Override
  public Verdict judge(History history) {
    Set<String> twice = twice(history);
    Set<String> excused =
        history.answersMayBeLost()
            ? twice.stream().filter(history.uncertain()::contains).collect(Collectors.toSet())
            : Set.of();
    List<String> violations =
        twice.stream()
            .filter(mark -> !excused.contains(mark))
            .map(mark -> mark + " is shown more than once, and no answer about it was lost")
            .toList();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("duplicates, answer lost", (long) excused.size());
    figures.put("duplicates without that excuse", (long) violations.size());
    figures.put("called uncertain", (long) history.uncertain().size());
    return new Verdict("C4 nothing twice", figures, violations);
  }

  private static Set<String> twice(History history) {
    Map<String, Integer> times = new TreeMap<>();
    history.visible().stream()
        .flatMap(message -> message.marks().stream().distinct())
        .forEach(mark -> times.merge(mark, 1, Integer::sum));
    times.values().removeIf(count -> count == 1);
    return times.keySet();
  }
}
