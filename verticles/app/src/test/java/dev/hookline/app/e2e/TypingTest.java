package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A topic says that its agent is typing. */
class TypingTest extends EndToEnd {

  private final Story story = new Story("s");

  @Test
  void a_topic_says_typing_while_its_agent_is_at_work() {
    start();
    story.tell("user_input");

    node.tell(story);

    chat.awaits("typing", () -> chat.calls("sendChatAction").size() >= 2);
    Chat.Call typing = chat.calls("sendChatAction").get(0);
    assertThat(typing.args().getString("action")).isEqualTo("typing");
    assertThat(typing.args().getString("message_thread_id"))
        .isEqualTo(String.valueOf(chat.livingTopics().get(0).thread()));
    oracle.sees(story);
  }

  @Test
  void nothing_is_kept_waiting_by_a_call_that_hangs() {
    start();
    chat.fault("sendChatAction", 0, "hang");
    node.tell(List.of(story.tell("user_input")));
    chat.awaits("typing", () -> !chat.calls("sendChatAction").isEmpty());

    node.tell(List.of(story.tell("tool_start")));

    awaitsAllShown(story);
    assertThat(chat.calls("sendChatAction")).hasSize(1);
    oracle.sees(story);
  }
}
