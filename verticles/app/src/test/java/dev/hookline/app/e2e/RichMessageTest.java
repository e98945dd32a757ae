package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Answers that Telegram lays out itself, where the settings want it. */
class RichMessageTest extends EndToEnd {

  private final Story story = new Story("s");

  @Test
  void an_answer_with_a_table_is_laid_out_by_telegram() {
    start("telegram.richMessages", true);

    answers();

    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.calls("sendRichMessage")).hasSize(1);
  }

  @Test
  void nothing_is_laid_out_unless_the_settings_want_it() {
    start();

    answers();

    awaitsAllShown(story);
    assertThat(chat.calls("sendRichMessage")).isEmpty();
  }

  @Test
  void a_chat_that_takes_no_rich_messages_gets_the_same_words_plainly() {
    start("telegram.richMessages", true);
    chat.fault(
        "sendRichMessage", 0, "status", "code", 404, "description", "Not Found: method not found");

    answers();

    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.saying("⟦s-2⟧").getString("text")).contains("Trees", "12");
  }

  @Test
  void a_rich_message_whose_answer_was_lost_is_found() {
    start("telegram.richMessages", true);
    chat.fault("sendRichMessage", 1, "commit_then_drop", "how", "rst");

    answers();

    awaitsAllShown(story);
    awaitsWrittenDown(3);
    oracle.sees(story);
    assertThat(chat.calls("sendRichMessage")).hasSize(1);
  }

  private void answers() {
    story.tell("user_input");
    story
        .tell("agent_response")
        .put("content", "⟦s-2⟧\n\n| Fruit | Trees |\n|---|--:|\n| Apple | 12 |");
    story.tell("notification");
    node.tell(story);
  }
}
