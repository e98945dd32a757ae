package dev.hookline.bus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.FilterAnswered;
import dev.hookline.messages.FilterAsked;
import dev.hookline.testkit.Waits;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How programs that filter are asked. */
class FilterDeskTest {

  private static final String QUIET = "hookline.filter.quiet";

  @TempDir private Path directory;
  private OpenBus bus;

  @BeforeEach
  void open() {
    bus = OpenBus.in(directory);
  }

  @AfterEach
  void close() {
    bus.close();
  }

  @Test
  void brings_the_question_and_its_answer() {
    try (Program program = bus.program()) {
      program.listen(QUIET);

      Future<FilterAnswered> answer = ask(10_000);
      JsonObject question = program.next();
      reply(program, question, new JsonObject().put("keep", false));

      assertThat(question.getString("address")).isEqualTo(QUIET);
      assertThat(question.getJsonObject("body").getString("content")).isEqualTo("hello");
      assertThat(Waits.result(answer).answer()).isEqualTo(new JsonObject().put("keep", false));
    }
  }

  @Test
  void fails_at_once_when_nobody_filters() {
    assertThat(Waits.failure(ask(600_000))).hasMessageContaining("no program provides it");
  }

  @Test
  void fails_when_the_program_goes_away_before_it_answers() {
    Program program = bus.program();
    program.listen(QUIET);

    Future<FilterAnswered> answer = ask(600_000);
    program.next();
    program.close();

    assertThat(Waits.failure(answer)).hasMessageContaining("gone");
  }

  @Test
  void fails_when_the_answer_is_none() {
    try (Program program = bus.program()) {
      program.listen(QUIET);

      Future<FilterAnswered> answer = ask(10_000);
      reply(program, program.next(), "yes");

      assertThat(Waits.failure(answer)).hasMessageContaining("no JSON object");
    }
  }

  @Test
  void asks_a_program_no_more_that_lets_three_questions_run_out_of_time() {
    try (Program program = bus.program()) {
      program.listen(QUIET);

      for (int i = 0; i < 3; i++) {
        assertThat(Waits.failure(ask(1))).isNotNull();
      }

      assertThat(Waits.failure(ask(600_000))).hasMessageContaining("no program provides it");
    }
  }

  @Test
  void takes_no_answer_from_another_program() {
    try (Program program = bus.program();
        Program other = bus.program()) {
      program.listen(QUIET);

      Future<FilterAnswered> answer = ask(10_000);
      JsonObject question = program.next();
      reply(other, question, new JsonObject().put("keep", false));
      assertThat(other.next().getString("message")).isEqualTo("access_denied");
      reply(program, question, new JsonObject().put("keep", true));

      assertThat(Waits.result(answer).answer().getBoolean("keep")).isTrue();
    }
  }

  private Future<FilterAnswered> ask(long patienceMillis) {
    JsonObject event = new JsonObject().put("content", "hello");
    return Addresses.ASK_FILTER.request(
        bus.vertx().eventBus(),
        new FilterAsked("quiet", event, patienceMillis),
        Duration.ofMinutes(5));
  }

  private static void reply(Program program, JsonObject question, Object answer) {
    program.send(
        new JsonObject()
            .put("type", "send")
            .put("address", question.getString("replyAddress"))
            .put("body", answer));
  }
}
