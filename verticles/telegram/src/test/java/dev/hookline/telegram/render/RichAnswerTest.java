package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RichAnswerTest {

  @Test
  void says_first_who_answers() throws Refusal {
    assertThat(block("# Done", 0).getValue("text"))
        .isEqualTo(new JsonArray().add("🤖 ").add(styled("bold", "Agent")));
  }

  @Test
  void makes_headings_of_headings() throws Refusal {
    assertThat(block("## What *was* done", 1))
        .isEqualTo(
            new JsonObject()
                .put("type", "heading")
                .put("size", 2)
                .put(
                    "text",
                    new JsonArray().add("What ").add(styled("italic", "was")).add(" done")));
  }

  @Test
  void makes_a_table_of_a_table() throws Refusal {
    // When
    JsonObject table = block("| Fruit | Trees |\n|---|--:|\n| Apple | **12** |", 1);

    // Then
    assertThat(table.getJsonArray("cells"))
        .isEqualTo(
            new JsonArray()
                .add(new JsonArray().add(header("Fruit", "left")).add(header("Trees", "right")))
                .add(
                    new JsonArray()
                        .add(cell("Apple", "left"))
                        .add(cell(styled("bold", "12"), "right"))));
  }

  @Test
  void keeps_what_a_row_has_beyond_its_last_column() throws Refusal {
    assertThat(laid("| a | b |\n|---|---|\n| `x|y` | z | more |").texts())
        .contains("y` | z | more");
  }

  @Test
  void numbers_a_list_from_where_it_begins() throws Refusal {
    assertThat(items("3. three\n4. four"))
        .extracting(item -> item.getString("label"))
        .containsExactly("3.", "4.");
  }

  @Test
  void ticks_what_is_done() throws Refusal {
    assertThat(items("- [x] prune\n- [ ] graft"))
        .extracting(item -> item.getBoolean("is_checked", false))
        .containsExactly(true, false);
  }

  @Test
  void keeps_the_language_of_code() throws Refusal {
    assertThat(block("```java\n  int i;\n```", 1))
        .isEqualTo(
            new JsonObject()
                .put("type", "pre")
                .put("text", "\u00a0\u00a0int i;")
                .put("language", "java"));
  }

  @Test
  void lays_a_list_inside_a_list() throws Refusal {
    assertThat(laid("- a\n  - b\n    - c").texts()).containsSubsequence("a", "b", "c");
  }

  @Test
  void shows_where_a_link_leads() throws Refusal {
    assertThat(laid("# See [here](https://example.com/a)").texts())
        .containsSubsequence("here", "example.com/a");
  }

  @Test
  void stays_a_text_when_there_is_nothing_to_lay_out() {
    assertThat(render("Just *this*.")).hasOnlyElementsOfType(TextPart.class);
  }

  @Test
  void takes_a_long_text_in_one_message() {
    assertThat(render("word ".repeat(4_000))).singleElement().isInstanceOf(RichMessagePart.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"characters", "blocks", "columns", "depth"})
  void stays_what_it_was_when_telegram_would_not_take_it(String limit) {
    String source =
        switch (limit) {
          case "characters" -> "# a\n" + "word ".repeat(7_000);
          case "blocks" -> "- a\n".repeat(500);
          case "columns" -> "|" + "a|".repeat(21) + "\n|" + "-|".repeat(21);
          default -> ">".repeat(17) + " a";
        };

    assertThat(render(source)).doesNotHaveAnyElementsOfTypes(RichMessagePart.class);
  }

  @Test
  void is_plainly_the_message_that_it_was() {
    assertThat(rich("# Done").plainly()).isEqualTo(plainly("# Done").get(0));
  }

  @Test
  void is_plainly_a_file_when_it_was_several_messages() {
    String source = "word ".repeat(4_000).strip();

    DocumentPart file = (DocumentPart) rich(source).plainly();

    assertThat(new String(file.content(), StandardCharsets.UTF_8).strip()).isEqualTo(source);
  }

  @Test
  void leaves_what_no_agent_answered_as_it_is() {
    HookEvent asked = Given.event(EventType.USER_INPUT, "# Do this");

    assertThat(new Renderer(true).render(Given.entry(asked)))
        .isEqualTo(new Renderer(false).render(Given.entry(asked)));
  }

  private static List<JsonObject> items(String source) throws Refusal {
    JsonArray items = block(source, 1).getJsonArray("items");
    return IntStream.range(0, items.size())
        .mapToObj(items::getJsonObject)
        .collect(Collectors.toList());
  }

  private static JsonObject header(String words, String align) {
    return cell(words, align).put("is_header", true);
  }

  private static JsonObject cell(Object words, String align) {
    return new JsonObject().put("text", words).put("align", align).put("valign", "top");
  }

  private static JsonObject styled(String type, String words) {
    return new JsonObject().put("type", type).put("text", words);
  }

  private static JsonObject block(String source, int index) throws Refusal {
    return laid(source).block(index);
  }

  private static Laid laid(String source) throws Refusal {
    return Laid.of(rich(source));
  }

  private static RichMessagePart rich(String source) {
    return (RichMessagePart) render(source).get(0);
  }

  private static List<Part> render(String source) {
    return new Renderer(true).render(Given.entry(Given.event(EventType.AGENT_RESPONSE, source)));
  }

  private static List<Part> plainly(String source) {
    return new Renderer().render(Given.entry(Given.event(EventType.AGENT_RESPONSE, source)));
  }
}
