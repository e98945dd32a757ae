package dev.hookline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.SessionTopic;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TopicNameTest {

  @Test
  void names_the_project_and_the_host_and_ends_with_the_marker() {
    // When
    TopicName name = TopicName.of(topic("s-1", "claude", "laptop", "/home/ada/parser"), "a-1");

    // Then
    assertThat(name.text()).isEqualTo("parser · laptop · " + name.marker());
  }

  @Test
  void takes_the_last_element_of_a_windows_path_too() {
    assertThat(TopicName.of(topic("s", "claude", "", "C:\\work\\parser\\"), "a").text())
        .startsWith("parser · ");
  }

  @Test
  void names_the_agent_when_there_is_no_project() {
    assertThat(TopicName.of(topic("s", "claude", "", ""), "a").text()).startsWith("claude · ");
  }

  @Test
  void is_the_marker_alone_when_nothing_is_known() {
    TopicName name = TopicName.of(topic("s", "", "", ""), "a");

    assertThat(name.text()).isEqualTo(name.marker());
  }

  @Test
  void has_another_marker_for_each_session_that_shares_a_prefix_and_for_each_attempt() {
    // Given
    Set<String> markers = new HashSet<>();

    // When
    for (int session = 0; session < 100; session++) {
      for (int attempt = 0; attempt < 10; attempt++) {
        SessionTopic topic = topic("0192f3ab-0000-7000-8000-" + session, "claude", "", "/p");
        markers.add(TopicName.of(topic, "attempt-" + attempt).marker());
      }
    }

    // Then
    assertThat(markers).hasSize(1_000).allMatch(marker -> marker.matches("[0-9a-z]{8}"));
  }

  @Test
  void is_what_telegram_would_make_of_it_already() {
    // Given: line ends, a no-break space, a zero-width joiner, a right-to-left override
    String project = "/home/ada/ pars\u00a0er\n\t\u200d\u202enew ";

    // When
    String text = TopicName.of(topic("s", "", "", project), "a").text();

    // Then
    assertThat(text).startsWith("pars er new · ");
  }

  @Test
  void never_has_more_than_128_code_points_nor_utf16_units_of_bmp_text() {
    // When
    String text = TopicName.of(topic("s", "", "h".repeat(300), "/" + "p".repeat(300)), "a").text();

    // Then
    assertThat(text.length()).isLessThanOrEqualTo(128);
    assertThat(text).contains("…");
  }

  @Test
  void never_has_more_than_128_utf16_units_because_the_library_counts_those() {
    // Given
    String emoji = "😀".repeat(100);

    // When
    String text = TopicName.of(topic("s", "", emoji, "/" + emoji), "a").text();

    // Then
    assertThat(text.length()).isLessThanOrEqualTo(128);
  }

  @Test
  void cuts_no_character_in_half() {
    // When
    String text = TopicName.of(topic("s", "", "", "/p" + "😀".repeat(100)), "a").text();

    // Then
    assertThat(text.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= 0xDFFF);
  }

  private static SessionTopic topic(String session, String agent, String host, String project) {
    return new SessionTopic(
        new SessionKey(session),
        -100,
        agent,
        host,
        project,
        "",
        1,
        SessionTopic.State.NEEDED,
        0,
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
