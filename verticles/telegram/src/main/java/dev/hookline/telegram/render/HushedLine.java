package dev.hookline.telegram.render;

import dev.hookline.messages.EventType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says how much happened that the topic does not show. */
final class HushedLine {

  private HushedLine() {}

  /** For example {@code 14 events not shown: 6 tool calls (1 failed), 2 prompts}. */
  static void draw(Rich rich, Map<EventType, Long> hushed) {
    long events = hushed.values().stream().mapToLong(Long::longValue).sum();
    String what = String.join(", ", parts(hushed));
    rich.text("🔕 ")
        .italic(Words.count(events, "event") + " not shown" + (what.isEmpty() ? "" : ": " + what))
        .newLine();
  }

  private static List<String> parts(Map<EventType, Long> hushed) {
    List<String> parts = new ArrayList<>();
    long failed = number(hushed, EventType.TOOL_ERROR);
    long answered = number(hushed, EventType.TOOL_RESULT) + failed;
    long calls = Math.max(answered, number(hushed, EventType.TOOL_START));
    add(parts, calls, "tool call");
    if (failed > 0) {
      parts.add(parts.remove(0) + " (" + failed + " failed)");
    }
    add(parts, number(hushed, EventType.USER_INPUT), "prompt");
    add(parts, number(hushed, EventType.AGENT_RESPONSE), "answer");
    add(parts, number(hushed, EventType.SUBAGENT_START), "subagent");
    add(parts, number(hushed, EventType.PRE_COMPACT), "compaction");
    return parts;
  }

  private static void add(List<String> parts, long number, String one) {
    if (number > 0) {
      parts.add(Words.count(number, one));
    }
  }

  private static long number(Map<EventType, Long> hushed, EventType type) {
    return hushed.getOrDefault(type, 0L);
  }
}
