package dev.hookline.telegram.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "make test",
        "two\nlines\twith a tab",
        "$(reboot) `id` \"quoted\" 'too' \\ $HOME",
        "grüße 你好 שלום مرحبا",
        "👩‍👩‍👧 ❤️ 1️⃣",
        "می‌خواهم"
      })
  void keeps_what_a_person_writes(String text) {
    assertThat(PlainText.of(text)).isEqualTo(text);
  }

  @Test
  void takes_the_beginning_of_escape_sequences_out() {
    assertThat(PlainText.of("\u001b[2Jls\u001b]0;title\u0007 \u009b31mx\u001b[201~\ny"))
        .isEqualTo("[2Jls]0;title 31mx[201~\ny");
  }

  @Test
  void takes_out_what_reorders_and_hides() {
    assertThat(PlainText.of("a\u202eb\u2066c\u2069\u200bd\u200fe\ufefff\u00adg"))
        .isEqualTo("abcdefg");
  }

  @Test
  void takes_out_words_that_nobody_can_see() {
    String hidden = new String(new int[] {0xE0068, 0xE0069, 0xE007F}, 0, 3);

    assertThat(PlainText.of("look" + hidden)).isEqualTo("look");
  }

  @Test
  void takes_out_half_characters_and_control_characters() {
    assertThat(PlainText.of("a\ud83db\u0000c\u007fd\u0008e")).isEqualTo("abcde");
  }

  @Test
  void has_one_kind_of_line_end() {
    assertThat(PlainText.of("a\r\nb\rc\u2028d\u0085e")).isEqualTo("a\nb\nc\nd\ne");
  }
}
