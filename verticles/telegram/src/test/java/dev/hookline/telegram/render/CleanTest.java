package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CleanTest {

  private static final String ESC = "\u001b";

  @Test
  void takes_the_colours_off_output() {
    assertThat(Clean.OUTPUT.of(ESC + "[1;31mred" + ESC + "[0m" + ESC + "(B and \u009b2Kplain"))
        .isEqualTo("red and plain");
  }

  @Test
  void keeps_the_words_of_a_link_on_a_terminal() {
    assertThat(Clean.OUTPUT.of(ESC + "]8;;http://x" + ESC + "\\here" + ESC + "]8;;\u0007."))
        .isEqualTo("here.");
  }

  @Test
  void swallows_nothing_after_a_sequence_that_is_not_closed() {
    assertThat(Clean.OUTPUT.of(ESC + "]0;title\nsaid")).isEqualTo("␛]0;title\nsaid");
    assertThat(Clean.OUTPUT.of(ESC + "]0;title\nsaid\u0007")).isEqualTo("␛]0;title\nsaid␇");
    assertThat(Clean.OUTPUT.of("end" + ESC)).isEqualTo("end␛");
  }

  @Test
  void shows_what_a_command_would_hide() {
    assertThat(Clean.EXACT.of("ls " + ESC + "[8mrm\u202e\u200b\r!"))
        .isEqualTo("ls ␛[8mrm⟨U+202E⟩⟨U+200B⟩␍!");
  }

  @Test
  void drops_what_reorders_or_hides_in_prose() {
    assertThat(Clean.PROSE.of("a\u202eb\u2066c\u200bd\ufeffe\u00adf")).isEqualTo("abcdef");
  }

  @Test
  void keeps_joiners_where_they_mean_something() {
    String family = "👩‍👩‍👧 ❤️‍🔥 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم";

    assertThat(Clean.PROSE.of(family)).isEqualTo(family);
    assertThat(Clean.EXACT.of(family)).isEqualTo(family);
  }

  @Test
  void names_a_joiner_between_latin_letters() {
    assertThat(Clean.EXACT.of("ad\u200dmin")).isEqualTo("ad⟨U+200D⟩min");
    assertThat(Clean.PROSE.of("ad\u200dmin")).isEqualTo("admin");
  }

  @Test
  void makes_lines_of_every_kind_of_line_end() {
    assertThat(Clean.OUTPUT.of("a\r\nb\rc\u2028d\u0085e")).isEqualTo("a\nb\nc\nd\ne");
  }

  @Test
  void leaves_at_most_one_empty_line_in_prose() {
    assertThat(Clean.PROSE.of("a\n\n\n\nb")).isEqualTo("a\n\nb");
    assertThat(Clean.OUTPUT.of("a\n\n\n\nb")).isEqualTo("a\n\n\n\nb");
  }

  @Test
  void replaces_half_characters() {
    assertThat(Clean.PROSE.of("a\ud83cb\udf33")).isEqualTo("a\ufffdb\ufffd");
  }

  @Test
  void has_a_picture_for_every_control_character() {
    assertThat(Clean.OUTPUT.of("\u0000\u0008\u001f")).isEqualTo("␀␈␟");
  }
}
