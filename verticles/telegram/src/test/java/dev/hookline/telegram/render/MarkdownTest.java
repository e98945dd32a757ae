package dev.hookline.telegram.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownTest {

  private static final String HEAD = "🤖 Agent\n";

  @Test
  void makes_emphasis_of_its_marks() {
    // When
    Seen seen = seen("*one* **two** ~~three~~ `four`");

    // Then
    assertThat(seen.text()).isEqualTo(HEAD + "one two three four");
    assertThat(seen.styled("italic")).containsExactly("one");
    assertThat(seen.styled("bold")).containsExactly("Agent", "two");
    assertThat(seen.styled("strikethrough")).containsExactly("three");
    assertThat(seen.styled("code")).containsExactly("four");
  }

  @Test
  void nests_emphasis() {
    // When
    Seen seen = seen("**bold and *both* at once**");

    // Then
    assertThat(seen.text()).isEqualTo(HEAD + "bold and both at once");
    assertThat(seen.styled("bold")).contains("bold and both at once");
    assertThat(seen.styled("italic")).containsExactly("both");
  }

  @Test
  void keeps_the_marks_of_what_is_half_open() {
    assertThat(text("2 * 3 ** 4 _ 5 ~~ 6 [7](8 ![9 `10 <11")) //
        .isEqualTo("2 * 3 ** 4 _ 5 ~~ 6 [7](8 ![9 `10 <11");
  }

  @Test
  void shows_code_that_is_never_closed_as_code() {
    // When
    Seen seen = seen("See:\n```python\nx = *y*\n");

    // Then
    assertThat(seen.styled("pre")).containsExactly("x = *y*");
    assertThat(language(seen)).isEqualTo("python");
  }

  @Test
  void keeps_what_else_is_said_of_code() {
    assertThat(text("```js title=\"a.js\" {3}\nx\n```")).isEqualTo("title=\"a.js\" {3}\nx");
  }

  @Test
  void keeps_the_underscores_of_names() {
    // When
    Seen seen = seen("Call __init__ and snake_case_name, not __this way__.");

    // Then
    assertThat(seen.text()).isEqualTo(HEAD + "Call __init__ and snake_case_name, not this way.");
    assertThat(seen.styled("bold")).containsExactly("Agent", "this way");
  }

  @Test
  void keeps_html_as_it_was_written() {
    assertThat(text("<b>x</b> and <script>y</script>\n\n<div>\nz\n</div>"))
        .isEqualTo("<b>x</b> and <script>y</script>\n\n<div>\nz\n</div>");
  }

  @Test
  void makes_headings_bold_and_keeps_their_text_close() {
    // When
    Seen seen = seen("# Title\n\nText\n\n## Part **two**\n\nMore\n\n- end");

    // Then
    assertThat(seen.text()).isEqualTo(HEAD + "Title\nText\n\nPart two\nMore\n\n• end");
    assertThat(seen.styled("bold")).containsExactly("Agent", "Title", "Part two");
    assertThat(seen.styled("underline")).containsExactly("Title");
  }

  @Test
  void indents_lists_in_lists() {
    assertThat(text("- one\n  more of one\n  1. first\n  2. second\n     - deep\n- two\n\nEnd"))
        .isEqualTo(
            "• one\n    more of one\n    1. first\n    2. second\n        ▪ deep\n• two\n\nEnd");
  }

  @Test
  void numbers_a_list_from_where_it_begins() {
    assertThat(text("7. seven\n8. eight")).isEqualTo("7. seven\n8. eight");
  }

  @Test
  void parts_the_items_of_a_list_that_have_paragraphs() {
    assertThat(text("- one\n\n  more\n\n- two")).isEqualTo("• one\n\n    more\n\n• two");
  }

  @Test
  void ticks_what_is_done_of_a_task_list() {
    assertThat(text("- [x] dig\n- [ ] plant\n- [water]")).isEqualTo("✅ dig\n⬜ plant\n• [water]");
  }

  @Test
  void shows_where_a_link_leads() {
    // When
    Seen seen = seen("See [the docs](https://example.com/docs/) for it.");

    // Then
    assertThat(seen.text()).isEqualTo(HEAD + "See the docs (example.com/docs/) for it.");
    assertThat(seen.styled("text_link")).containsExactly("the docs");
    assertThat(seen.texts().get(0).entities().get(1).getUrl())
        .isEqualTo("https://example.com/docs/");
  }

  @Test
  void shows_an_address_that_is_its_own_label_once() {
    assertThat(text("<https://example.com/a> [example.com](https://example.com/)"))
        .isEqualTo("https://example.com/a example.com");
  }

  @Test
  void follows_no_link_but_to_a_web_page() {
    // When
    Seen seen =
        seen(
            "[a](javascript:alert(1)) [b](file:///etc/passwd) [c](src/C.java#L3) [d](tg://x)"
                + " [e](https://bank.com@evil.com/) [f](https://bаnk.com) [g](https://[::1]/)");

    // Then
    assertThat(seen.styled("text_link")).isEmpty();
    assertThat(seen.text())
        .contains("a (javascript:alert(1))", "c (src/C.java#L3)", "e (https://bank.com@evil.com/)");
  }

  @Test
  void keeps_the_addresses_that_links_refer_to() {
    assertThat(text("[x][1]\n\n[1]: https://example.com/one\n[2]: https://example.com/two"))
        .isEqualTo("x (example.com/one)\n\n[1]: example.com/one\n[2]: example.com/two");
  }

  @Test
  void shows_what_is_quoted_in_a_quote() {
    // When
    Seen seen = seen("He said:\n\n> one **two**\n> three\n\nSo.");

    // Then
    assertThat(seen.text()).isEqualTo(HEAD + "He said:\none two\nthree\nSo.");
    assertThat(seen.styled("blockquote")).containsExactly("one two\nthree");
    assertThat(seen.styled("bold")).containsExactly("Agent", "two");
  }

  @Test
  void folds_a_long_quote() {
    // When
    Seen seen = seen("> line\n".repeat(30));

    // Then
    assertThat(seen.styled("blockquote")).isEmpty();
    assertThat(seen.styled("expandable_blockquote")).hasSize(1);
  }

  @Test
  void shows_a_narrow_table_side_by_side() {
    // When
    Seen seen = seen("| File | Lines |\n|---|--:|\n| `a.py` | 7 |\n| ✅ b | 1200 |");

    // Then
    assertThat(seen.styled("pre"))
        .containsExactly("File  Lines\n────  ─────\na.py      7\n✅ b   1200");
  }

  @Test
  void shows_a_wide_table_row_by_row() {
    // Given
    String wide = "a sentence that is too long for a column on a phone";

    // When
    Seen seen =
        seen("| File | Says | |\n|---|---|---|\n| a.py | " + wide + " | x |\n| b.py | | y |");

    // Then
    assertThat(seen.text()).isEqualTo(HEAD + "File: a.py\nSays: " + wide + "\nx\n\nFile: b.py\ny");
    assertThat(seen.styled("bold")).containsExactly("Agent", "a.py", "b.py");
  }

  @Test
  void keeps_what_a_table_has_beyond_its_columns() {
    assertThat(text("| Run | Does |\n|---|---|\n| `a | b` | pipes |\n| c | d |"))
        .contains("`a   b` | pipes", "c    d");
  }

  @Test
  void draws_what_is_nested_without_end() {
    for (String mark :
        new String[] {"> ", "- ", "*a ", "[", "![", "**", "_a *b ", "<", "`a ``b "}) {
      // Given
      String open = mark.repeat(1_000);

      // Then
      assertThat(text(open + "core" + mark.strip().repeat(1_000))).contains("core");
    }
  }

  @Test
  void sends_a_very_long_answer_as_a_file_and_its_beginning_as_text() {
    // Given
    String source =
        IntStream.range(0, 4_000)
            .mapToObj(i -> "- **item** " + i)
            .collect(Collectors.joining("\n"));

    // When
    Seen seen = seen(source);

    // Then
    assertThat(seen.texts()).hasSize(1);
    assertThat(seen.text())
        .startsWith(HEAD + "• item 0\n• item 1\n")
        .endsWith("⋯ goes on in the file below: 4,000 lines in all");
    assertThat(seen.document()).isEqualTo(source);
    assertThat(seen.documents().get(0).fileName()).isEqualTo("answer.md");
  }

  private static Seen seen(String markdown) {
    return Seen.of(Given.event(EventType.AGENT_RESPONSE, markdown));
  }

  private static String text(String markdown) {
    return seen(markdown).text().substring(HEAD.length());
  }

  private static String language(Seen seen) {
    return seen.texts().get(0).entities().stream()
        .filter(entity -> entity.getType().equals("pre"))
        .map(entity -> entity.getLanguage())
        .collect(Collectors.joining());
  }
}
