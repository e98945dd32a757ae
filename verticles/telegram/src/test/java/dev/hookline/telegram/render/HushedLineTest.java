package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HushedLineTest {

  @Test
  void counts_events_and_says_what_they_were() {
    assertThat(
            line(
                Map.of(
                    EventType.TOOL_START, 6L,
                    EventType.TOOL_RESULT, 5L,
                    EventType.TOOL_ERROR, 1L,
                    EventType.USER_INPUT, 2L,
                    EventType.SUBAGENT_START, 1L)))
        .isEqualTo("🔕 15 events not shown: 6 tool calls (1 failed), 2 prompts, 1 subagent\n");
  }

  @Test
  void counts_results_whose_start_is_shown() {
    assertThat(line(Map.of(EventType.TOOL_RESULT, 1L)))
        .isEqualTo("🔕 1 event not shown: 1 tool call\n");
  }

  @Test
  void only_counts_what_there_is_no_word_for() {
    assertThat(line(Map.of(EventType.SUBAGENT_STOP, 2L))).isEqualTo("🔕 2 events not shown\n");
  }

  private static String line(Map<EventType, Long> hushed) {
    Rich rich = new Rich();
    HushedLine.draw(rich, hushed);
    return rich.text();
  }
}
