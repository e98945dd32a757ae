package dev.hookline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.ingest.read.Batch.Refusal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

  private final BatchReader reader = new BatchReader(new EventReader(-1, () -> "made-up"));

  @Test
  void reads_one_event() {
    assertThat(contents(read(event("a")))).containsExactly("a");
  }

  @Test
  void reads_one_event_spread_over_lines() {
    assertThat(contents(read(event("a").replace(",", ",\n  ")))).containsExactly("a");
  }

  @Test
  void reads_an_array() {
    assertThat(contents(read("[" + event("a") + "," + event("b") + "]"))).containsExactly("a", "b");
  }

  @Test
  void tells_lines_by_the_content_type() {
    Batch batch = reader.read("broken\n\n" + event("b") + "\r\n", true, NOW);

    assertThat(contents(batch)).containsExactly("b");
    assertThat(batch.refused()).extracting(Refusal::index).containsExactly(0);
  }

  @Test
  void tells_lines_by_their_look_when_the_content_type_does_not() {
    Batch batch = read("\n" + event("a") + "\nbroken\n" + event("c"));

    assertThat(contents(batch)).containsExactly("a", "c");
    assertThat(batch.refused()).extracting(Refusal::index).containsExactly(1);
  }

  @Test
  void refuses_a_bad_element_and_takes_the_others() {
    Batch batch =
        read(
            "["
                + event("a")
                + ",17,"
                + event("c").replace("error", "eror")
                + ","
                + event("d")
                + "]");

    assertThat(contents(batch)).containsExactly("a", "d");
    assertThat(batch.refused()).extracting(Refusal::index).containsExactly(1, 2);
    assertThat(batch.refused().get(1).flaw().field()).isEqualTo("type");
    assertThat(batch.hopeless()).isFalse();
  }

  @Test
  void does_not_take_a_string_in_an_array_for_a_line() {
    Batch batch = read("[\"" + event("a").replace("\"", "\\\"") + "\"]");

    assertThat(batch.hopeless()).isTrue();
  }

  @Test
  void is_no_use_when_all_elements_are_bad() {
    assertThat(read("[1,2]").hopeless()).isTrue();
  }

  @Test
  void takes_no_events_without_complaint() {
    assertThat(read("[]")).isEqualTo(new Batch(List.of(), List.of()));
    assertThat(reader.read(" \n\n", true, NOW).hopeless()).isFalse();
  }

  @Test
  void refuses_a_single_bad_event_as_a_whole() {
    assertThatThrownBy(() -> read(event("a").replace("error", "eror")))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void refuses_an_array_that_is_no_json_as_a_whole() {
    assertThatThrownBy(() -> read("[" + event("a") + ",]"))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("not valid JSON at line 1");
  }

  @Test
  void refuses_more_events_than_one_answer_can_tell_of() {
    String many = String.join(",", Collections.nCopies(10_001, "0"));

    assertThatThrownBy(() -> read("[" + many + "]")).hasMessageContaining("more than 10000");
  }

  private static String event(String content) {
    return "{\"type\":\"error\",\"sessionId\":\"s-1\",\"timestamp\":\"2026-11-23T09:00:00Z\","
        + "\"content\":\""
        + content
        + "\"}";
  }

  private Batch read(String body) {
    return reader.read(body, false, NOW);
  }

  private static List<String> contents(Batch batch) {
    return batch.events().stream().map(event -> event.event().content()).toList();
  }
}
