package dev.hookline.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S, 1 s",
    "PT-5S, 1 s",
    "PT11.001S, 12 s",
    "PT119S, 119 s",
    "PT2M, 2 min",
    "PT2H, 2 h",
    "PT50H, 3 days"
  })
  void says_how_long_and_never_promises_too_soon(Duration span, String words) {
    assertThat(Words.span(span)).isEqualTo(words);
  }

  @Test
  void leaves_out_the_name_of_the_status_code() {
    assertThat(Words.plain("Bad Request: chat not found")).isEqualTo("chat not found");
  }

  @Test
  void makes_a_sentence_of_words() {
    assertThat(Words.sentence("being sent")).isEqualTo("Being sent.");
  }
}
