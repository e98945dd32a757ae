package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  @ParameterizedTest
  @ValueSource(strings = {"go on", "two\nlines", "\"quoted\"", "$(x)", "a@b c", "x! / # y"})
  void leaves_words_as_they_are(String text) {
    assertThat(Typed.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"!reboot", "/clear", "# remember", "& x", "?"})
  void keeps_words_from_being_a_command(String text) {
    assertThat(Typed.of(text)).isEqualTo(" " + text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a \\", "look at @README", "look at\n@README"})
  void keeps_the_end_from_staying_open(String text) {
    assertThat(Typed.of(text)).isEqualTo(text + " ");
  }
}
