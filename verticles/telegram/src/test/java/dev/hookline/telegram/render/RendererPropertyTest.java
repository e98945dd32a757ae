package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.store.OutboxEntry;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever an event holds: its messages are ones that Telegram takes as they are, and nothing of it
 * is lost. {@code -Dseed=…} makes other texts.
 */
class RendererPropertyTest {

  private static final int ROUNDS = 10_000;
  private static final int FIVE_MEGABYTES = 5_000_000;
  private static final long SEED = Long.getLong("seed", 20_261_128);

  @Test
  void makes_only_messages_that_telegram_takes_unchanged() throws Refusal {
    Strange strange = new Strange(new Random(SEED));
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      OutboxEntry entry = Given.entry(strange.event());

      // When
      List<Part> parts = new Renderer().render(entry);

      // Then
      assertThat(parts).as(where(round)).isNotEmpty().hasSizeLessThan(12);
      assertTaken(parts, round);
    }
  }

  @Test
  void loses_and_moves_no_word_of_an_answer() throws Refusal {
    Answers answers = new Answers(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      String said = answers.next();

      // When
      Seen seen = Seen.of(Given.event(EventType.AGENT_RESPONSE, said));

      // Then
      String shown = seen.documents().isEmpty() ? pieces(seen) : seen.document();
      assertThat(Answers.words(shown)).as(where(round)).isEqualTo(Answers.words(said));
      assertThat(Answers.families(shown)).as(where(round)).isEqualTo(Answers.families(said));
      assertTaken(seen.parts(), round);
    }
  }

  @Test
  void loses_and_moves_no_word_of_an_answer_that_telegram_lays_out() throws Refusal {
    Answers answers = new Answers(SEED + 4);
    int laidOut = 0;
    for (int round = 0; round < ROUNDS; round++) {
      // Given
      String said = answers.next();

      // When
      Part part = richly(said).get(0);

      // Then
      if (part instanceof RichMessagePart rich) {
        assertTaken(List.of(rich), round);
        String shown = String.join("", Laid.of(rich).texts());
        assertThat(Answers.words(shown)).as(where(round)).isEqualTo(Answers.words(said));
        assertThat(Answers.families(shown)).as(where(round)).isEqualTo(Answers.families(said));
        laidOut++;
      }
    }
    assertThat(laidOut).isGreaterThan(ROUNDS / 4);
  }

  @Test
  void makes_the_same_messages_each_time() {
    Strange strange = new Strange(new Random(SEED + 1));
    for (int round = 0; round < ROUNDS / 20; round++) {
      // Given
      OutboxEntry entry = Given.entry(strange.event());

      // Then
      assertThat(printed(new Renderer().render(entry)))
          .isEqualTo(printed(new Renderer().render(entry)));
    }
  }

  @Test
  void loses_nothing_of_what_a_user_says() {
    Random random = new Random(SEED + 2);
    for (int round = 0; round < 300; round++) {
      // Given
      String said = words(random);

      // When
      Seen seen = Seen.of(Given.event(EventType.USER_INPUT, said));

      // Then
      String shown = seen.documents().isEmpty() ? pieces(seen) : seen.document();
      assertThat(squeezed(shown)).as(where(round)).endsWith(squeezed(said));
    }
  }

  @Test
  void loses_nothing_of_what_is_to_be_approved() {
    Random random = new Random(SEED + 3);
    for (int round = 0; round < 300; round++) {
      // Given
      String command = words(random);
      JsonObject input = new JsonObject().put("command", command).put("odd", words(random));

      // When
      Seen seen = Seen.of(Given.tool(EventType.APPROVAL_REQUEST, "Bash", input));

      // Then
      String shown = seen.documents().isEmpty() ? pieces(seen) : seen.document();
      assertThat(squeezed(shown))
          .as(where(round))
          .contains(squeezed(command), squeezed(input.getString("odd")));
    }
  }

  /** The limit is for what would take hours: time that grows with the square of the length. */
  @Test
  @Timeout(600)
  void draws_five_megabytes_on_one_line() throws Refusal {
    for (String atom : List.of("x", "\u001b]", "`a` ", "**a ", "[", "<", "> ", Answers.FAMILY)) {
      // Given
      String line = atom.repeat(FIVE_MEGABYTES / atom.getBytes(StandardCharsets.UTF_8).length);

      for (HookEvent event : with(line)) {
        // When
        List<Part> parts = new Renderer().render(Given.entry(event));

        // Then
        assertTaken(parts, 0);
        assertThat(parts).as(event.type() + " of " + atom).hasSizeBetween(1, 4);
      }
    }
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

  private static List<HookEvent> with(String line) {
    String half = line.substring(0, line.length() / 2);
    JsonObject edit = new JsonObject().put("old_string", half).put("new_string", half + "!");
    JsonObject command = new JsonObject().put("command", line);
    return List.of(
        Given.event(EventType.AGENT_RESPONSE, line),
        Given.event(EventType.TOOL_RESULT, line),
        Given.tool(EventType.TOOL_START, "Bash", command),
        Given.tool(EventType.APPROVAL_REQUEST, line, command),
        Given.tool(EventType.TOOL_START, "Edit", edit));
  }

  private static List<Part> richly(String said) {
    return new Renderer(true).render(Given.entry(Given.event(EventType.AGENT_RESPONSE, said)));
  }

  private static void assertTaken(List<Part> parts, int round) throws Refusal {
    for (Part part : parts) {
      try {
        Taken.assertUnchanged(part);
      } catch (AssertionError | Refusal wrong) {
        throw new AssertionError(where(round) + ": " + wrong.getMessage(), wrong);
      }
    }
  }

  private static String where(int round) {
    return "seed " + SEED + ", round " + round;
  }

  /** The pieces put together again, without the marks that number them. */
  private static String pieces(Seen seen) {
    return seen.texts().stream()
        .map(part -> part.text().replaceFirst("^⋯ \\d of \\d\n", ""))
        .collect(Collectors.joining("\n"));
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

  private static String squeezed(String text) {
    return text.replaceAll("[\\s\u00a0]+", "");
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
