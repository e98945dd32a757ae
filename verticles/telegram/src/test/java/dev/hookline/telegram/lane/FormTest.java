package dev.hookline.telegram.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.RichMessagePart;
import dev.hookline.telegram.render.TextPart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockParagraph;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextPlain;

class FormTest {

  private static final OutboxEntry ENTRY = Entries.above(0);
  private static final List<MessageEntity> BOLD =
      List.of(MessageEntity.builder().type("bold").offset(0).length(3).build());
  private static final Part FORMATTED = new TextPart("häll", BOLD);
  private static final Part BARE = new TextPart("häll", List.of());

  @Test
  void sends_a_text_as_it_was_rendered_first() {
    assertThat(Form.RENDERED.of(FORMATTED, ENTRY, "")).isSameAs(FORMATTED);
  }

  @Test
  void leaves_the_formatting_away_when_it_was_refused() {
    assertThat(Form.RENDERED.next(FORMATTED, false)).isEqualTo(Form.PLAIN);
    assertThat(Form.PLAIN.of(FORMATTED, ENTRY, "")).isEqualTo(BARE);
  }

  @Test
  void sends_a_text_that_is_too_long_as_a_file() {
    assertThat(Form.RENDERED.next(FORMATTED, true)).isEqualTo(Form.DOCUMENT);

    DocumentPart file = (DocumentPart) Form.DOCUMENT.of(FORMATTED, ENTRY, "");

    assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo("häll");
    assertThat(file.fileName()).isEqualTo("event-7.txt");
  }

  @Test
  void sends_a_rich_message_plainly_when_the_chat_takes_none() {
    // Given
    Part rich =
        new RichMessagePart(
            List.of(new InputRichBlockParagraph(new RichTextPlain("häll"))), FORMATTED);

    // Then
    assertThat(Form.RENDERED.next(rich, true)).isEqualTo(Form.PLAIN);
    assertThat(Form.PLAIN.of(rich, ENTRY, "")).isEqualTo(FORMATTED);
    assertThat(Form.PLAIN.next(rich, false)).isEqualTo(Form.DOCUMENT);
    assertThat(Form.DOCUMENT.of(rich, ENTRY, "")).isInstanceOf(DocumentPart.class);
  }

  @Test
  void sends_a_text_without_formatting_as_a_file_at_once() {
    assertThat(Form.RENDERED.next(BARE, false)).isEqualTo(Form.DOCUMENT);
  }

  @Test
  void leaves_a_files_caption_away_before_it_gives_up() {
    // Given
    Part document = new DocumentPart("a.txt", new byte[] {1}, "caption", BOLD);

    // When
    DocumentPart bare = (DocumentPart) Form.DOCUMENT.of(document, ENTRY, "");

    // Then
    assertThat(Form.RENDERED.next(document, false)).isEqualTo(Form.PLAIN);
    assertThat(Form.PLAIN.next(document, false)).isEqualTo(Form.DOCUMENT);
    assertThat(bare.caption()).isEmpty();
    assertThat(bare.content()).containsExactly(1);
  }

  @Test
  void says_in_the_end_which_event_could_not_be_shown_and_why() {
    assertThat(Form.DOCUMENT.next(BARE, false)).isEqualTo(Form.PLACEHOLDER);

    TextPart note = (TextPart) Form.PLACEHOLDER.of(BARE, ENTRY, "Bad Request: no");

    assertThat(note.text()).isEqualTo("⚠ event #7 could not be shown (Bad Request: no)");
    assertThat(note.entities()).isEmpty();
  }

  @Test
  void does_not_let_a_long_reason_make_the_note_too_long() {
    TextPart note = (TextPart) Form.PLACEHOLDER.of(BARE, ENTRY, "x".repeat(5_000));

    assertThat(note.text()).hasSizeLessThan(300).endsWith("…)");
  }
}
