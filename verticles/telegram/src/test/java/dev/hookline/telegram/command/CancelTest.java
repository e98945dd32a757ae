package dev.hookline.telegram.command;

import static dev.hookline.telegram.command.CommandDesk.SESSION;
import static dev.hookline.telegram.command.CommandDesk.THREAD;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.store.QueuedReply;
import dev.hookline.telegram.ask.People;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of what waits for an agent, and what is taken back. */
class CancelTest {

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
  void shows_what_waits_in_its_order_and_leaves_it() {
    desk.waits("first");
    desk.waits("second\nline");

    assertThat(says("/queue"))
        .isEqualTo("Waiting for the agent:\n• Ann: first\n• Ann: second line");
    assertThat(waiting()).hasSize(2);
  }

  @Test
  void shows_how_a_long_text_begins() {
    desk.waits("x".repeat(500));

    assertThat(says("/queue").length()).isLessThan(110);
  }

  @Test
  void takes_all_back() {
    desk.waits("first");
    desk.waits("second");

    assertThat(says("/cancel")).isEqualTo("Taken back:\n• Ann: first\n• Ann: second");
    assertThat(waiting()).isEmpty();
  }

  @Test
  void takes_that_back_to_which_the_command_replies() {
    desk.waits("first");
    long second = desk.waits("second");

    assertThat(says("/cancel", second)).isEqualTo("Taken back:\n• Ann: second");
    assertThat(waiting()).containsExactly("first");
  }

  @Test
  void what_replies_to_the_topic_s_own_beginning_replies_to_nothing() {
    desk.waits("first");

    assertThat(says("/cancel", THREAD)).isEqualTo("Taken back:\n• Ann: first");
  }

  @Test
  void a_reply_to_something_else_takes_nothing_back() {
    desk.waits("first");

    assertThat(says("/cancel", 41)).isEqualTo("Nothing waits for the agent.");
    assertThat(waiting()).containsExactly("first");
  }

  @Test
  void says_that_it_was_taken_back_before() {
    long first = desk.waits("first");
    says("/cancel");

    assertThat(says("/cancel", first)).isEqualTo("“first” was taken back already.");
    assertThat(says("/cancel")).isEqualTo("“first” was taken back already.");
  }

  @Test
  void says_that_nothing_waits_where_nobody_wrote_anything() {
    assertThat(says("/cancel")).isEqualTo("Nothing waits for the agent.");
    assertThat(says("/queue")).isEqualTo("Nothing waits for the agent.");
  }

  @Test
  void needs_a_session() {
    desk.waits("first");

    assertThat(desk.writes(ANN, CommandDesk.GENERAL, "/cancel").orElseThrow().text())
        .isEqualTo("Write /cancel in the topic of a session.");
    assertThat(waiting()).containsExactly("first");
  }

  private String says(String command) {
    return says(command, 0);
  }

  private String says(String command, long repliesTo) {
    return desk.writes(ANN, THREAD, command, repliesTo).orElseThrow().text();
  }

  private List<String> waiting() {
    return result(desk.store().replies().waiting(SESSION)).stream().map(QueuedReply::text).toList();
  }
}
