package dev.hookline.lab.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** C5: nothing is shown that nobody told. */
public final class NoPhantoms implements Checker {

  @Override
  public Verdict judge(History history) {
    Set<String> told = history.told().stream().map(Told::mark).collect(Collectors.toSet());
    List<String> phantoms =
        history.shown().stream()
            .flatMap(message -> message.marks().stream())
            .filter(mark -> !told.contains(mark))
            .distinct()
            .map(mark -> mark + " is shown and was never told")
            .toList();
    return new Verdict("C5 no phantoms", Map.of("phantoms", (long) phantoms.size()), phantoms);
  }
}
