package dev.hookline.lab.check;

import java.util.List;
import java.util.Map;

/** C6: when nothing goes wrong any more, all that waits is shown. */
public final class Drained implements Checker {

  @Override
  public Verdict judge(History history) {
    if (history.drained() == 0) {
      return new Verdict(
          "C6 drained", Map.of(), List.of("not everything acknowledged was shown in the end"));
    }
    long millis = Math.max(0, history.drained() - history.healed());
    return new Verdict("C6 drained", Map.of("from healed to drained, ms", millis), List.of());
  }
}
