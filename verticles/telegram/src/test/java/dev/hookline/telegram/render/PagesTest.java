package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class PagesTest {

  @Test
  void fills_one_message_to_the_last_code_point() {
    // When
    List<Part> parts = pages(new Rich().text("🌳".repeat(4096)));

    // Then
    assertThat(parts).hasSize(1);
  }

  @Test
  void breaks_between_paragraphs_rather_than_lines_and_words() {
    // Given
    String first = "one two. ".repeat(300).strip();
    String second = "three\nfour ".repeat(300).strip();

    // When
    List<Part> parts = pages(new Rich().text(first + "\n\n" + second));

    // Then
    assertThat(text(parts.get(0))).isEqualTo(first);
    assertThat(text(parts.get(1))).isEqualTo("⋯ 2 of 2\n" + second);
  }

  @Test
  void closes_code_at_the_end_of_a_message_and_reopens_it_in_the_next() {
    // Given
    String code = "    indented();\n".repeat(400);

    // When
    List<Part> parts = pages(new Rich().text("See:").pre(code, "java"));

    // Then
    TextPart second = (TextPart) parts.get(1);
    assertThat(second.text()).startsWith("⋯ 2 of 2\n\u00a0\u00a0\u00a0\u00a0indented();\n    ind");
    assertThat(second.entities()).hasSize(1);
    assertThat(second.entities().get(0).getOffset()).isEqualTo("⋯ 2 of 2\n".length());
    assertThat(second.entities().get(0).getLanguage()).isEqualTo("java");
  }

  @Test
  void cuts_no_family_in_two() {
    // Given
    String family = "👨‍👩‍👧‍👦";

    // When
    List<Part> parts = pages(new Rich().text(family.repeat(700)));

    // Then
    assertThat(text(parts.get(0)).replace(family, "")).isEmpty();
  }

  @Test
  void takes_four_messages_before_it_takes_a_file() {
    // Given
    String text = "word ".repeat(3_200).strip();

    // When
    List<Part> parts = pages(new Rich().text(text));

    // Then
    assertThat(parts).hasSize(4).allMatch(TextPart.class::isInstance);
  }

  @Test
  void keeps_to_the_styles_that_telegram_heeds() {
    // Given
    Rich rich = new Rich();
    for (int word = 0; word < 150; word++) {
      rich.code("word").text(" ");
    }

    // When
    TextPart part = (TextPart) pages(rich).get(0);

    // Then
    assertThat(part.entities()).hasSize(100);
  }

  @Test
  void keeps_boxes_and_links_when_there_are_too_many_styles() {
    // Given
    Rich rich = new Rich();
    for (int word = 0; word < 150; word++) {
      rich.code("word").text(" ");
    }
    int from = rich.text("and a link").length() - 4;
    rich.wrap(Style.LINK, from, "https://example.com/").pre("code", "");

    // When
    TextPart part = (TextPart) pages(rich).get(0);

    // Then
    assertThat(part.entities()).hasSize(100);
    assertThat(part.entities().subList(98, 100))
        .extracting(MessageEntity::getType)
        .containsExactly("text_link", "pre");
  }

  @Test
  void shows_the_beginning_of_what_is_too_long_and_the_whole_as_a_file() {
    // Given
    String text = "word ".repeat(10_000).strip();

    // When
    List<Part> parts = pages(new Rich().text(text));

    // Then
    assertThat(parts).hasSize(2);
    assertThat(text(parts.get(0))).endsWith("word\n⋯ the whole text is in the file below");
    assertThat(new String(((DocumentPart) parts.get(1)).content(), StandardCharsets.UTF_8))
        .isEqualTo(text);
  }

  @Test
  void puts_files_after_the_text() {
    // When
    List<Part> parts =
        pages(new Rich().text("see").attach(new Attachment("a b/c.txt", "content", "a file")));

    // Then
    assertThat(parts).hasSize(2);
    assertThat(((DocumentPart) parts.get(1)).fileName()).isEqualTo("a-b-c.txt");
  }

  private static List<Part> pages(Rich rich) {
    return Pages.of(rich, "whole.txt");
  }

  private static String text(Part part) {
    return ((TextPart) part).text();
  }
}
