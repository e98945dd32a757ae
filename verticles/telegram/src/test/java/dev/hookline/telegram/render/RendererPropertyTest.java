package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.OutboxEntry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** Whatever an event holds: its messages are ones that Telegram takes as they are. */
class RendererPropertyTest {

  private static final int ROUNDS = 2_000;

  @Test
  void makes_only_messages_that_telegram_takes_unchanged() {
    Strange strange = new Strange(new Random(7));
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      OutboxEntry entry = Given.entry(strange.event());

      // When
      List<Part> parts = new Renderer().render(entry);

      // Then
      assertThat(parts).isNotEmpty().hasSizeLessThan(12);
      parts.forEach(RendererPropertyTest::assertFits);
    }
  }

  @Test
  void makes_the_same_messages_each_time() {
    Strange strange = new Strange(new Random(8));
    for (int round = 0; round < ROUNDS / 3; round++) {
      // Given
      OutboxEntry entry = Given.entry(strange.event());

      // Then
      assertThat(printed(new Renderer().render(entry)))
          .isEqualTo(printed(new Renderer().render(entry)));
    }
  }

  @Test
  void loses_nothing_of_what_is_said() {
    Random random = new Random(9);
    for (int round = 0; round < 300; round++) {
      // Given
      String said = words(random);
      EventType type = random.nextBoolean() ? EventType.USER_INPUT : EventType.AGENT_RESPONSE;

      // When
      Seen seen = Seen.of(Given.event(type, said));

      // Then
      String shown = seen.documents().isEmpty() ? withoutMarks(seen.text()) : seen.document();
      assertThat(squeezed(shown)).endsWith(squeezed(said));
    }
  }

  @Test
  void loses_nothing_of_what_is_to_be_approved() {
    Random random = new Random(10);
    for (int round = 0; round < 300; round++) {
      // Given
      String command = words(random);
      JsonObject input = new JsonObject().put("command", command).put("odd", words(random));

      // When
      Seen seen = Seen.of(Given.tool(EventType.APPROVAL_REQUEST, "Bash", input));

      // Then
      String shown = seen.documents().isEmpty() ? withoutMarks(seen.text()) : seen.document();
      assertThat(squeezed(shown)).contains(squeezed(command), squeezed(input.getString("odd")));
    }
  }

  @Test
  @Timeout(60) // a moment, unless the work grows faster than the text
  void draws_a_megabyte_of_anything() {
    Stream.of(
            "\n",
            "x",
            " ",
            "a b\n",
            "\u001b]",
            "\u001b[1m.",
            "`a` ",
            "``` ",
            "👨‍👩‍👧",
            "é́\u202e")
        .map(pattern -> pattern.repeat(1_000_000 / pattern.length()))
        .flatMap(RendererPropertyTest::withMegabytes)
        .forEach(event -> assertThat(new Renderer().render(Given.entry(event))).isNotEmpty());
  }

  @Test
  @Timeout(60) // a moment, unless each line is compared with each
  void compares_two_long_texts() {
    // Given
    JsonObject edit =
        new JsonObject()
            .put("old_string", lines(0, 200_000))
            .put("new_string", lines(200_000, 400_000));
    OutboxEntry entry = Given.entry(Given.tool(EventType.TOOL_START, "Edit", edit));

    // Then
    assertThat(new Renderer().render(entry)).isNotEmpty();
  }

  private static String lines(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(line -> "line " + line)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<HookEvent> withMegabytes(String megabyte) {
    String half = megabyte.substring(0, megabyte.length() / 2);
    JsonObject edit = new JsonObject().put("old_string", half).put("new_string", half + "!");
    JsonObject file = new JsonObject().put("file_path", "/x").put("content", megabyte);
    JsonObject command = new JsonObject().put("command", megabyte);
    return Stream.of(
        Given.event(EventType.AGENT_RESPONSE, megabyte),
        Given.event(EventType.TOOL_RESULT, megabyte),
        Given.tool(EventType.TOOL_START, "Bash", command),
        Given.tool(EventType.APPROVAL_REQUEST, megabyte, command),
        Given.tool(EventType.TOOL_START, "Write", file),
        Given.tool(EventType.TOOL_START, "Edit", edit));
  }

  private static void assertFits(Part part) {
    if (part instanceof DocumentPart document) {
      assertThat(document.caption().length()).isLessThan(1024);
      assertThat(document.fileName()).matches("[A-Za-z0-9._-]{1,60}");
      return;
    }
    TextPart text = (TextPart) part;
    assertThat(text.text().codePointCount(0, text.text().length())).isBetween(1, 4096);
    assertThat(text.text()).isEqualTo(text.text().strip()).doesNotContain("\r", "\u2028", "\u0000");
    assertThat(text.entities()).hasSizeLessThanOrEqualTo(100);
    int free = 0;
    for (MessageEntity entity : text.entities()) {
      assertThat(entity.getOffset()).isGreaterThanOrEqualTo(free);
      assertThat(entity.getLength()).isPositive();
      assertThat(Seen.piece(text, entity)).isNotBlank();
      free = entity.getOffset() + entity.getLength();
    }
    assertThat(free).isLessThanOrEqualTo(text.text().length());
    assertThat(text.text().chars().filter(c -> Character.isSurrogate((char) c)).count() % 2)
        .isZero();
  }

  private static String words(Random random) {
    int count = random.nextInt(4) == 0 ? random.nextInt(9_000) : random.nextInt(300);
    return random
        .ints(count, 0, 40)
        .mapToObj(
            dice ->
                switch (dice) {
                  case 0 -> "\n\n";
                  case 1, 2 -> "\n";
                  case 3 -> "😀👩‍🌾";
                  default -> "w" + dice + (dice % 5 == 0 ? ". " : " ");
                })
        .collect(Collectors.joining("", "<", ">"));
  }

  private static String withoutMarks(String text) {
    return text.replaceAll("(?m)^⋯ \\d of \\d$", "").replace("Answer in the terminal.", "");
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }

  private static String printed(List<Part> parts) {
    return parts.stream()
        .map(
            part ->
                part instanceof DocumentPart document
                    ? document.fileName()
                        + document.caption()
                        + new JsonArray().add(document.content())
                    : part.toString())
        .collect(Collectors.joining("\n"));
  }
}
