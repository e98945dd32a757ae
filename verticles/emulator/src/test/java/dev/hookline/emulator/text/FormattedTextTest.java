package dev.hookline.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.world.Entity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a text and its entities. Offsets count UTF-16 units: an emoji has two. */
class FormattedTextTest {

  @Test
  void refuses_an_entity_outside_the_text() {
    assertThatThrownBy(() -> FormattedText.clean("aba caba", List.of(bold(3, 6))))
        .hasMessage(
            "Bad Request: entity beginning at UTF-16 offset 3 ends after the end of the text at"
                + " UTF-16 offset 9");
    assertThatThrownBy(() -> FormattedText.clean("aba caba", List.of(bold(9, 1))))
        .hasMessage("Bad Request: entity begins after the end of the text at UTF-16 offset 9");
    assertThatThrownBy(() -> FormattedText.clean("aba", List.of(bold(-1, 1))))
        .hasMessage("Bad Request: receive an entity with incorrect offset -1");
    assertThatThrownBy(() -> FormattedText.clean("aba", List.of(bold(0, -1))))
        .hasMessage("Bad Request: receive an entity with incorrect length -1");
  }

  @Test
  void refuses_an_entity_that_cuts_a_character_in_two() {
    assertThatThrownBy(() -> FormattedText.clean("👉 👉", List.of(bold(1, 1))))
        .hasMessage("Bad Request: entity begins in a middle of a UTF-16 symbol at byte offset 4");
    assertThatThrownBy(() -> FormattedText.clean("👉 👉", List.of(bold(0, 1))))
        .hasMessage(
            "Bad Request: entity beginning at UTF-16 offset 0 ends in a middle of a UTF-16 symbol"
                + " at byte offset 4");
  }

  @Test
  void moves_entities_with_the_text_that_is_trimmed() throws Refusal {
    FormattedText clean = FormattedText.clean("\n  a😀b  \n", List.of(bold(3, 3)));

    assertThat(clean).isEqualTo(new FormattedText("a😀b", List.of(bold(0, 3))));
  }

  @Test
  void keeps_the_blanks_between_the_beginning_of_an_entity_and_the_text() throws Refusal {
    FormattedText clean = FormattedText.clean("  x  ", List.of(pre(0, 5)));

    assertThat(clean).isEqualTo(new FormattedText("x", List.of(pre(0, 1))));
  }

  @Test
  void drops_entities_of_nothing_but_blanks() throws Refusal {
    assertThat(FormattedText.clean("a   b", List.of(bold(1, 3))).entities()).isEmpty();
    assertThat(FormattedText.clean("a b", List.of(bold(1, 0))).entities()).isEmpty();
  }

  @Test
  void drops_what_telegram_drops_and_moves_entities_along() throws Refusal {
    FormattedText clean = FormattedText.clean("a\r\nb\u2028c\td", List.of(bold(5, 1)));

    assertThat(clean).isEqualTo(new FormattedText("a\nbc d", List.of(bold(3, 1))));
  }

  @Test
  void finds_nothing_in_a_text_of_what_is_not_seen() throws Refusal {
    assertThat(FormattedText.clean(" \u200b\n", List.of()).text()).isEmpty();
  }

  @Test
  void splits_a_style_that_crosses_another() throws Refusal {
    FormattedText clean =
        FormattedText.clean("0123456789", List.of(bold(0, 6), style("italic", 4, 4)));

    assertThat(clean.entities())
        .containsExactly(bold(0, 6), style("italic", 4, 2), style("italic", 6, 2));
  }

  @Test
  void drops_a_link_that_crosses_another() throws Refusal {
    FormattedText clean = FormattedText.clean("0123456789", List.of(link(0, 6), link(4, 4)));

    assertThat(clean.entities()).containsExactly(link(0, 6));
  }

  @Test
  void lets_styles_nest_but_shows_code_as_it_is() throws Refusal {
    assertThat(
            FormattedText.clean("0123456789", List.of(bold(0, 8), style("italic", 2, 3)))
                .entities())
        .containsExactly(bold(0, 8), style("italic", 2, 3));
    assertThat(FormattedText.clean("0123456789", List.of(pre(0, 8), bold(2, 3))).entities())
        .containsExactly(pre(0, 8));
  }

  private static Entity bold(int offset, int length) {
    return style("bold", offset, length);
  }

  private static Entity pre(int offset, int length) {
    return new Entity("pre", offset, length, Map.of("language", "java"));
  }

  private static Entity link(int offset, int length) {
    return new Entity("text_link", offset, length, Map.of("url", "https://example.org"));
  }

  private static Entity style(String type, int offset, int length) {
    return new Entity(type, offset, length, Map.of());
  }
}
