package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

  private static final int LONGEST = 8;

  private final List<String> lines = new ArrayList<>();
  private int tooLong;
  private final LineSplitter splitter =
      new LineSplitter(
          LONGEST, line -> lines.add(new String(line, StandardCharsets.UTF_8)), () -> tooLong++);

  @Test
  void cuts_at_every_end() {
    splitter.feed(Buffer.buffer("a\nb\n\nc\n"));

    assertThat(lines).containsExactly("a", "b", "c");
  }

  @Test
  void keeps_characters_whole_however_the_stream_is_cut() {
    byte[] bytes = "aä€😀\nß\n".getBytes(StandardCharsets.UTF_8);
    LineSplitter wide =
        new LineSplitter(
            100, line -> lines.add(new String(line, StandardCharsets.UTF_8)), () -> tooLong++);

    for (byte one : bytes) {
      wide.feed(Buffer.buffer(new byte[] {one}));
    }

    assertThat(lines).containsExactly("aä€😀", "ß");
  }

  @Test
  void waits_for_the_end_of_a_line() {
    splitter.feed(Buffer.buffer("ab"));
    assertThat(lines).isEmpty();

    splitter.feed(Buffer.buffer("c\n"));
    assertThat(lines).containsExactly("abc");
  }

  @Test
  void takes_the_end_of_the_stream_for_the_end_of_a_line() {
    splitter.feed(Buffer.buffer("a\nb"));
    splitter.end();

    assertThat(lines).containsExactly("a", "b");
  }

  @Test
  void leaves_out_a_line_that_is_too_long_and_goes_on_with_the_next() {
    splitter.feed(Buffer.buffer("12345678\n"));
    splitter.feed(Buffer.buffer("123456789"));
    splitter.feed(Buffer.buffer("more of it"));
    splitter.feed(Buffer.buffer("\nnext\n"));

    assertThat(lines).containsExactly("12345678", "next");
    assertThat(tooLong).isEqualTo(1);
  }

  @Test
  void forgets_a_long_line_that_never_ended() {
    splitter.feed(Buffer.buffer("123456789"));
    splitter.end();
    splitter.feed(Buffer.buffer("next\n"));

    assertThat(lines).containsExactly("next");
  }
}
