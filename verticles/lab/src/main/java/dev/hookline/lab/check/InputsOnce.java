package dev.hookline.lab.check;

import java.util.List;
import java.util.Map;

/** C9: what a person gave for an agent reaches it at most once. */
public final class InputsOnce implements Checker {

  @Override
  public Verdict judge(History history) {
    List<String> repeated =
        history.inputs().stream()
            .filter(input -> input.delivered() > 1)
            .map(input -> input.id() + " was delivered " + input.delivered() + " times")
            .toList();
    return new Verdict(
        "C9 inputs once", Map.of("inputs", (long) history.inputs().size()), repeated);
  }
}
