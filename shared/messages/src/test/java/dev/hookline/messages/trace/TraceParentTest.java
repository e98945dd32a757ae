package dev.hookline.messages.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
  private static final String SPAN = "00f067aa0ba902b7";

  @Test
  void says_what_its_sender_says() {
    assertThat(TraceParent.read("00-" + TRACE + "-" + SPAN + "-01"))
        .contains(new TraceParent(TRACE, SPAN, true));
    assertThat(TraceParent.read("00-" + TRACE + "-" + SPAN + "-02"))
        .contains(new TraceParent(TRACE, SPAN, false));
  }

  @Test
  void is_written_as_it_was_read() {
    String text = "00-" + TRACE + "-" + SPAN + "-01";

    assertThat(TraceParent.read(text).orElseThrow()).hasToString(text);
  }

  @Test
  void of_a_later_version_says_at_least_what_this_one_knows() {
    assertThat(TraceParent.read("01-" + TRACE + "-" + SPAN + "-01-more"))
        .contains(new TraceParent(TRACE, SPAN, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "ff-" + TRACE + "-" + SPAN + "-01",
        "00-" + TRACE + "-" + SPAN + "-01-more",
        "00-" + TRACE + "-" + SPAN + "-1",
        "00-00000000000000000000000000000000-" + SPAN + "-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-" + SPAN + "-01"
      })
  void that_makes_no_sense_is_as_good_as_none(String text) {
    assertThat(TraceParent.read(text)).isEmpty();
  }

  @Test
  void is_a_text_or_none() {
    assertThat(TraceParent.read(null)).isEmpty();
    assertThat(TraceParent.read(1)).isEmpty();
  }
}
