package dev.hookline.console;

import static dev.hookline.console.Given.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Bad Request: not enough rights to create a topic | may manage topics",
        "the bot has not enough rights: allow it to manage topics | let the bot manage topics",
        "the bot is not an administrator of the chat: make it one | Make the bot an administrator",
        "the chat is not a forum: switch topics on | switch topics on",
        "Bad Request: chat not found | telegram.chatId",
        "Forbidden: bot was kicked from the supergroup chat | Add the bot to the group again",
        "Telegram refuses the bot token (Unauthorized) | Correct telegram.token",
      })
  void names_the_setting_that_a_stopped_chat_lacks(String reason, String advice) {
    assertThat(Advice.onStopped(reason)).contains(advice);
  }

  @Test
  void tells_where_to_see_what_is_parked() {
    assertThat(Advice.on(trouble("PARKED", "Bad Request: message is too long")))
        .contains("./hookline parked");
  }

  @Test
  void asks_for_nothing_while_a_lost_answer_is_being_looked_for() {
    assertThat(Advice.on(trouble("AMBIGUOUS", "timeout"))).startsWith("Nothing to do");
  }
}
