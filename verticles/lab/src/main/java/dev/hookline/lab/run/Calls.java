package dev.hookline.lab.run;

import dev.hookline.emulator.CallRecord;
import dev.hookline.lab.check.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Judges the calls of the Bot API themselves: whether they were proper, and not too many. */
record Calls(List<CallRecord> all) {

  /** No call is unknown to the Bot API, breaks its rules, or comes while the chat is closed. */
  Verdict proper() {
    List<String> violations = all.stream().filter(Calls::isImproper).map(Calls::sentence).toList();
    return new Verdict(
        "proper calls", Map.of("improper calls", (long) violations.size()), violations);
  }

  /**
   * How many calls asked for a topic.
   *
   * @param sessions how many there must be; negative when that is not asked
   */
  Verdict creations(long sessions) {
    long calls = all.stream().filter(Calls::asksForTopic).count();
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("calls that create a topic", calls);
    boolean wrong = sessions >= 0 && calls != sessions;
    return new Verdict(
        "topic creations",
        figures,
        wrong ? List.of(calls + " calls for " + sessions + " sessions") : List.of());
  }

  private static boolean asksForTopic(CallRecord call) {
    return call.method().equalsIgnoreCase("createForumTopic");
  }

  private static boolean isImproper(CallRecord call) {
    return call.verdict() == CallRecord.Verdict.NOT_EMULATED
        || !call.violations().isEmpty()
        || call.whileClosed();
  }

  private static String sentence(CallRecord call) {
    return "call " + call.seq() + ", " + call.method() + ", is improper: " + call.violations();
  }
}
