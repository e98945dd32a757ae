package dev.hookline.lab.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a checker says.
 *
 * @param check the checker's name, as reports call it
 * @param figures what it counted, in the order in which it is to be told
 * @param violations what must not be, one sentence each
 */
public record Verdict(String check, Map<String, Long> figures, List<String> violations) {

  public Verdict {
    figures = Collections.unmodifiableMap(new LinkedHashMap<>(figures));
    violations = List.copyOf(violations);
  }

  public boolean isGood() {
    return violations.isEmpty();
  }
}
