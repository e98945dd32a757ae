package dev.hookline.lab.run;

import dev.hookline.emulator.CallRecord;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the marks of events in what is shown. */
final class Marks {

  private static final Pattern MARK = Pattern.compile("⟦([^⟧]+)⟧");

  private Marks() {}

  /** Those of a text, in its order. */
  static List<String> in(String text) {
    return MARK.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** Those that calls brought into the chat. */
  static Set<String> shownBy(List<CallRecord> calls) {
    Set<String> marks = new HashSet<>();
    for (CallRecord call : calls) {
      if (call.committed() && call.args().containsKey("text")) {
        marks.addAll(in(call.args().get("text")));
      }
    }
    return marks;
  }
}
