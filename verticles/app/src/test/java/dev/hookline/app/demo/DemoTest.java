package dev.hookline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class DemoTest {

  private static final int HURRY = 10;
  private static final int NO_LIMIT = 30_000;

  @Test
  @Timeout(value = 120)
  void shows_the_whole_recording_in_one_topic_in_order_with_none_lost() throws Exception {
    // Given
    Recording recording = Recording.ofTheProgram().faster(HURRY);

    try (Demo demo = Demo.open(Ports.any(), NO_LIMIT)) {
      // When
      demo.play(recording, Duration.ofMinutes(1), (acknowledged, totals) -> {});

      // Then
      assertThat(demo.verdict(recording).inWords())
          .isEqualTo(
              "Good: 1 topic, 44 of 44 events accepted, 37 shown in order, 4 counted,"
                  + " 3 without a place in a chat, 0 lost.");
    }
  }

  @Test
  void has_a_recording_in_the_order_of_its_times_and_within_a_minute() {
    Recording recording = Recording.ofTheProgram();

    List<Duration> times = recording.hooks().stream().map(Recording.Hook::after).toList();
    assertThat(times).isSorted();
    assertThat(recording.length()).isLessThan(Duration.ofMinutes(1));
    assertThat(recording.sessions()).isEqualTo(1);
  }

  @Test
  void passes_over_a_port_that_is_taken() throws IOException {
    // Given
    int known = Ports.known().ingest();

    // When
    try (ServerSocket taken = new ServerSocket(known)) {
      Ports others = Ports.known();

      // Then
      assertThat(taken.isBound()).isTrue();
      assertThat(List.of(others.ingest(), others.console(), others.chat()))
          .doesNotContain(known)
          .doesNotHaveDuplicates();
    }
  }
}
