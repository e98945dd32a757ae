package dev.hookline.messages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EventTypeTest {

  @Test
  void keeps_its_names_on_the_wire() {
    assertThat(Arrays.stream(EventType.values()).map(EventType::wireName))
        .containsExactly(
            "session_start",
            "session_end",
            "session_rename",
            "user_input",
            "agent_response",
            "tool_start",
            "tool_result",
            "tool_error",
            "approval_request",
            "notification",
            "error",
            "pre_compact",
            "subagent_start",
            "subagent_stop",
            "send_image",
            "turn_complete",
            "approval_response",
            "command",
            "other");
  }

  @Test
  void is_found_by_its_name_on_the_wire_and_by_nothing_else() {
    assertThat(Arrays.stream(EventType.values()))
        .allSatisfy(type -> assertThat(EventType.ofWireName(type.wireName())).contains(type));
    assertThat(EventType.ofWireName("TOOL_START")).isEmpty();
    assertThat(EventType.ofWireName("")).isEmpty();
  }

  @Test
  void has_a_place_in_the_chat_unless_it_tells_people_nothing() {
    assertThat(Arrays.stream(EventType.values()).filter(type -> !type.shown()))
        .containsExactly(
            EventType.TURN_COMPLETE,
            EventType.APPROVAL_RESPONSE,
            EventType.COMMAND,
            EventType.OTHER);
  }
}
