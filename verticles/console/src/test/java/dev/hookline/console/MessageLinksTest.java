package dev.hookline.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.SentMessage;
import dev.hookline.store.SessionTopic.State;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MessageLinksTest {

  private static final long SUPERGROUP = -1001234567890L;

  private final MessageLinks links = new MessageLinks(MessageLinks.TELEGRAM);

  @Test
  void lead_to_a_message_in_its_topic() {
    assertThat(links.message(new SentMessage(SUPERGROUP, 7, 99)))
        .isEqualTo("https://t.me/c/1234567890/7/99");
  }

  @Test
  void lead_to_a_message_in_the_general_topic() {
    assertThat(links.message(new SentMessage(SUPERGROUP, 0, 99)))
        .isEqualTo("https://t.me/c/1234567890/99");
  }

  @Test
  void lead_to_a_topic() {
    assertThat(links.topic(Given.topic("s1", State.BOUND, Instant.EPOCH)))
        .isEqualTo("https://t.me/c/1234567890/7");
  }

  @Test
  void lead_nowhere_in_a_chat_that_has_no_links() {
    assertThat(links.message(new SentMessage(-42, 7, 99))).isEmpty();
  }

  @Test
  void lead_where_the_setting_says() {
    MessageLinks own = new MessageLinks("http://127.0.0.1:8789/#/{chat}/{topic}");

    assertThat(own.message(new SentMessage(-42, 7, 99))).isEqualTo("http://127.0.0.1:8789/#/-42/7");
  }

  @Test
  void are_none_when_the_setting_is_empty() {
    assertThat(new MessageLinks("").message(new SentMessage(SUPERGROUP, 7, 99))).isEmpty();
  }
}
