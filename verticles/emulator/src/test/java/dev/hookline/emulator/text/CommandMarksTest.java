package dev.hookline.emulator.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.world.Entity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandMarksTest {

  @Test
  void marks_commands_as_telegram_does() {
    assertThat(marked("/help@our_bot and /stop, but not a/b, /usr/bin or //no"))
        .containsExactly("/help@our_bot", "/stop");
  }

  @Test
  void leaves_alone_what_is_marked_already() {
    List<Entity> code = List.of(new Entity("code", 0, 5, Map.of()));

    assertThat(CommandMarks.in(new FormattedText("/help", code)).entities()).isEqualTo(code);
  }

  private static List<String> marked(String text) {
    return CommandMarks.in(new FormattedText(text, List.of())).entities().stream()
        .map(mark -> text.substring(mark.offset(), mark.end()))
        .toList();
  }
}
