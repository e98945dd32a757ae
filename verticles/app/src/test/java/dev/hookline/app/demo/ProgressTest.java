package dev.hookline.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.Totals;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter told = new StringWriter();
  private final Recording recording = Recording.ofTheProgram();
  private final Progress progress = new Progress(new PrintWriter(told), recording);

  @Test
  void is_half_full_when_half_is_settled() {
    progress.show(1, shown(recording.events() / 2));

    assertThat(told.toString()).contains("[" + "=".repeat(15) + " ".repeat(15) + "]");
  }

  @Test
  void is_full_and_no_more_when_somebody_else_tells_something_too() {
    progress.show(1, shown(2L * recording.events()));

    assertThat(told.toString()).contains("[" + "=".repeat(30) + "]");
  }

  private static Totals shown(long events) {
    return new Totals(events, events, 0, 0, 0, 0, 0, 0, 0, null);
  }
}
