package dev.hookline.telegram.command;

import static dev.hookline.telegram.command.CommandDesk.GENERAL;
import static dev.hookline.telegram.command.CommandDesk.THREAD;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.Errand;
import dev.hookline.store.Errand.Deed;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people may call a topic, and for how long they may mute it. */
class TopicCommandsTest {

  private static final long ANN = 7001;

  @TempDir Path directory;

  private Vertx vertx;
  private CommandDesk desk;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    desk = new CommandDesk(vertx, directory, new People(Map.of(ANN, EnumSet.of(Right.REPLY))));
  }

  @AfterEach
  void close() {
    desk.close();
    result(vertx.close());
  }

  @Test
  void a_name_is_one_line_without_what_hides() {
    Errand errand = writes("/rename The\n or\u202echard\u200b \t");

    assertThat(errand.deed()).isEqualTo(Deed.RENAME);
    assertThat(errand.text()).isEqualTo("The orchard");
    assertThat(desk.topic().title()).isEqualTo("The orchard");
  }

  @Test
  void a_name_has_as_many_characters_as_telegram_allows() {
    assertThat(writes("/rename " + "🍎".repeat(128)).deed()).isEqualTo(Deed.RENAME);
    assertThat(writes("/rename " + "🍎".repeat(129)).deed()).isEqualTo(Deed.SAY);
    assertThat(desk.topic().title()).isEqualTo("🍎".repeat(128));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/rename", "/rename \u200b\u202e"})
  void a_name_is_something_to_see(String command) {
    assertThat(writes(command).text())
        .isEqualTo("Write /rename and a name of at most 128 characters.");
    assertThat(desk.topic().title()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0m", "366d", "9999d", "-1h", "soon", "1w", "12345m", "1h 1m"})
  void what_is_no_time_mutes_nothing(String time) {
    assertThat(writes("/mute " + time).text())
        .isEqualTo("Write /mute, or /mute 30m, /mute 2h, /mute 1d.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1m", "30m", "2 h", "365d"})
  void what_is_a_time_mutes_for_so_long(String time) {
    assertThat(writes("/mute " + time).text())
        .isEqualTo("No sound for this session for " + time + ", except for what needs an answer.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/mute", "/unmute", "/rename x", "/close", "/resume"})
  void outside_of_topics_there_is_nothing_to_do_it_to(String command) {
    Errand errand = desk.writes(ANN, GENERAL, command).orElseThrow();

    assertThat(errand.deed()).isEqualTo(Deed.SAY);
    assertThat(errand.text())
        .startsWith("Write " + command.replaceAll(" .*", "") + " in the topic");
  }

  private Errand writes(String command) {
    return desk.writes(ANN, THREAD, command).orElseThrow();
  }
}
