package dev.hookline.telegram.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Order;
import dev.hookline.store.SessionTopic;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResumeTest {

  @Test
  void names_the_command_of_claude_code_and_where_to_give_it() {
    assertThat(answer("claude", "laptop", "/src/shop", "7c9e-1"))
        .isEqualTo("On laptop:\ncd /src/shop && claude --resume 7c9e-1");
  }

  @Test
  void tells_the_session_of_an_agent_whose_command_is_not_known() {
    assertThat(answer("cursor", "", "/src/shop", "c-1")).isEqualTo("session c-1 in /src/shop");
  }

  @Test
  void makes_nothing_but_words_of_what_an_agent_calls_things() {
    assertThat(answer("claude", "", "/src/it's $(here)\n; ls", "a"))
        .isEqualTo("cd '/src/it'\\''s $(here); ls' && claude --resume a");
  }

  @Test
  void makes_no_command_of_names_that_cannot_be() {
    assertThat(answer("claude", "", "/src", "--help")).doesNotContain("claude");
    assertThat(answer("claude", "", "-", "a")).doesNotContain("claude");
  }

  private static String answer(String agent, String host, String project, String id) {
    SessionTopic topic =
        new SessionTopic(
            new SessionKey(id),
            -1001,
            agent,
            host,
            project,
            "",
            1,
            SessionTopic.State.BOUND,
            7,
            Instant.EPOCH,
            Instant.EPOCH);
    Order order = new Order(1, 1, -1001, 7, 50, 7001, "/resume");
    return new Resume()
        .answer(new Asked(order, "", 0, Optional.of(topic), Instant.EPOCH))
        .result()
        .text();
  }
}
