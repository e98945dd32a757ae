package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

class SheetTest {

  private final Sheet sheet = new Sheet();
  private int position;

  @Test
  void puts_words_below_each_other() {
    sheet.add(entry(EventType.NOTIFICATION, null), plain("one"));
    sheet.add(entry(EventType.AGENT_RESPONSE, null), plain("two\nthree"));

    assertThat(sheet.part().text()).isEqualTo("one\n\ntwo\nthree");
  }

  @Test
  void moves_the_styles_along() {
    sheet.add(entry(EventType.NOTIFICATION, null), part("one", bold(0, 3)));
    sheet.add(entry(EventType.NOTIFICATION, null), part("two", bold(1, 2)));

    assertThat(sheet.part().entities()).containsExactly(bold(0, 3), bold(6, 2));
  }

  @Test
  void makes_a_list_of_tools_that_take_a_line_each() {
    sheet.add(entry(EventType.TOOL_START, "1"), plain("📖 Read a"));
    sheet.add(entry(EventType.TOOL_START, "2"), plain("📖 Read b"));
    sheet.add(entry(EventType.TOOL_RESULT, "1"), plain("✅ Read a"));

    assertThat(sheet.part().text()).isEqualTo("📖 Read a\n📖 Read b\n✅ Read a");
  }

  @Test
  void says_once_what_a_tool_does_whose_result_is_there() {
    sheet.add(entry(EventType.NOTIFICATION, null), plain("before"));
    sheet.add(entry(EventType.TOOL_START, "1"), part("📖 Read a.java", bold(3, 4)));
    sheet.add(entry(EventType.TOOL_RESULT, "1"), part("✅ Read a.java · 7 lines", bold(2, 4)));

    assertThat(sheet.part().text()).isEqualTo("before\n\n✅ Read a.java · 7 lines");
    assertThat(sheet.part().entities()).containsExactly(bold(10, 4));
  }

  @Test
  void puts_a_result_right_below_what_it_answers() {
    sheet.add(entry(EventType.TOOL_START, "1"), part("💻 Bash\nls -l", bold(3, 4)));
    sheet.add(
        entry(EventType.TOOL_RESULT, "1"),
        new TextPart("✅ Bash · 0.3 s\ntotal 0", List.of(bold(2, 4), bold(16, 5))));

    assertThat(sheet.part().text()).isEqualTo("💻 Bash\nls -l\n✅ · 0.3 s\ntotal 0");
    assertThat(sheet.part().entities()).containsExactly(bold(3, 4), bold(25, 5));
  }

  @Test
  void leaves_nothing_out_that_the_result_does_not_say_again() {
    sheet.add(entry(EventType.TOOL_START, "1"), plain("📖 Read a.java lines 1–9"));
    sheet.add(entry(EventType.TOOL_RESULT, "1"), plain("✅ Read a.java · 9 lines"));

    assertThat(sheet.part().text()).isEqualTo("📖 Read a.java lines 1–9\n✅ Read a.java · 9 lines");
  }

  @Test
  void takes_another_tools_result_for_no_answer() {
    sheet.add(entry(EventType.TOOL_START, "1"), plain("📖 Read a"));
    sheet.add(entry(EventType.TOOL_RESULT, "2"), plain("✅ Read a"));

    assertThat(sheet.part().text()).isEqualTo("📖 Read a\n✅ Read a");
  }

  @Test
  void takes_no_more_than_telegram_shows() {
    sheet.add(entry(EventType.NOTIFICATION, null), plain("a".repeat(4_000)));

    assertThat(sheet.add(entry(EventType.NOTIFICATION, null), plain("b".repeat(95)))).isFalse();
    assertThat(sheet.add(entry(EventType.NOTIFICATION, null), plain("c".repeat(94)))).isTrue();
    assertThat(sheet.part().text()).hasSize(4_096).endsWith("a\n\n" + "c".repeat(94));
  }

  @Test
  void takes_no_more_styles_than_telegram_heeds() {
    List<MessageEntity> many = Collections.nCopies(60, bold(0, 1));

    assertThat(sheet.add(entry(EventType.NOTIFICATION, null), new TextPart("a", many))).isTrue();
    assertThat(sheet.add(entry(EventType.NOTIFICATION, null), new TextPart("b", many))).isFalse();
    assertThat(sheet.part().text()).isEqualTo("a");
  }

  @Test
  void keeps_a_line_whose_result_does_not_fit() {
    sheet.add(entry(EventType.TOOL_START, "1"), part("📖 Read a", bold(3, 4)));

    TextPart result = plain("✅ Read a\n" + "x".repeat(4_090));
    assertThat(sheet.add(entry(EventType.TOOL_RESULT, "1"), result)).isFalse();
    assertThat(sheet.part()).isEqualTo(part("📖 Read a", bold(3, 4)));
  }

  private OutboxEntry entry(EventType type, String tool) {
    position++;
    SessionKey session = new SessionKey("s");
    JsonObject metadata = new JsonObject();
    if (tool != null) {
      metadata.put("toolUseId", tool);
    }
    HookEvent event =
        new HookEvent("source", "e" + position, type, session, Instant.EPOCH, "", metadata, null);
    return new OutboxEntry(
        session,
        position,
        Release.Kind.EVENT,
        false,
        "",
        List.of(event),
        position,
        1,
        9,
        "topic m",
        false,
        0,
        0,
        0,
        1);
  }

  private static TextPart plain(String text) {
    return new TextPart(text, List.of());
  }

  private static TextPart part(String text, MessageEntity entity) {
    return new TextPart(text, List.of(entity));
  }

  private static MessageEntity bold(int from, int length) {
    return new MessageEntity("bold", from, length);
  }
}
