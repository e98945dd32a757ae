package dev.hookline.ingest;

import static dev.hookline.ingest.OpenIngest.event;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.hookline.ingest.IngestOptions.Limits;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** The socket of the clients that were there before Hookline. */
@Timeout(60)
class LineSocketTest {

  @TempDir Path directory;

  private OpenIngest ingest;

  @AfterEach
  void close() {
    ingest.close();
  }

  @Test
  void stores_lines_in_their_order() {
    ingest = OpenIngest.in(directory);
    try (Caller sender = sender()) {
      for (int i = 0; i < 100; i++) {
        sender.send(event("s-1", "n" + i) + "\n");
      }
    }

    List<HookEvent> events = stored(100);
    for (int i = 0; i < 100; i++) {
      assertThat(events.get(i).content()).isEqualTo("n" + i);
    }
  }

  // As the old hook script sends: a connection for each hook, and no answer is waited for.
  @Test
  void keeps_the_order_of_senders_that_come_one_after_the_other() {
    ingest = OpenIngest.in(directory);
    for (int i = 0; i < 60; i++) {
      try (Caller sender = sender()) {
        sender.send(event("s-1", i + " " + "x".repeat(i % 7 == 0 ? 80_000 : 1)) + "\n");
      }
    }

    List<HookEvent> events = stored(60);
    for (int i = 0; i < 60; i++) {
      assertThat(events.get(i).content()).startsWith(i + " ");
    }
  }

  @Test
  void keeps_the_order_of_lines_that_take_long_to_read() {
    ingest = OpenIngest.in(directory);
    try (Caller sender = sender()) {
      for (int i = 0; i < 20; i++) {
        sender.send(event("s-1", i + " " + "x".repeat(i % 2 == 0 ? 200_000 : 1)) + "\n");
      }
    }

    List<HookEvent> events = stored(20);
    for (int i = 0; i < 20; i++) {
      assertThat(events.get(i).content()).startsWith(i + " ");
    }
  }

  @Test
  void keeps_characters_whole_that_were_cut_on_the_way() {
    ingest = OpenIngest.in(directory);
    String text = "ä€😀".repeat(50);
    try (Caller sender = sender()) {
      for (byte one : (event("s-1", text) + "\n").getBytes(StandardCharsets.UTF_8)) {
        sender.send(new byte[] {one});
      }
    }

    assertThat(stored(1)).extracting(HookEvent::content).containsExactly(text);
  }

  @Test
  void takes_the_last_line_without_an_end() {
    ingest = OpenIngest.in(directory);
    try (Caller sender = sender()) {
      sender.send(event("s-1", "a") + "\n" + event("s-1", "b"));
    }

    assertThat(stored(2)).extracting(HookEvent::content).containsExactly("a", "b");
  }

  @Test
  void leaves_bad_lines_out_and_goes_on() {
    ingest = OpenIngest.in(directory);
    try (Caller sender = sender()) {
      sender.send("no json\n[]\n{\"type\":\"error\"}\n\n");
      sender.send(new byte[] {(byte) 0xff, '\n'});
      sender.send("x".repeat((1 << 20) + 1) + "\n");
      sender.send(event("s-1", "good") + "\n");

      assertThat(stored(1)).extracting(HookEvent::content).containsExactly("good");
    }
  }

  @Test
  void logs_that_a_line_is_bad_and_not_what_is_in_it() {
    ingest = OpenIngest.in(directory);
    ListAppender<ILoggingEvent> log = listen(LineIntake.class);
    try (Caller sender = sender()) {
      sender.send("password hunter2\n");
      sender.send(event("hunter 2", "hunter2") + "\n" + event("s-1", "good") + "\n");
      stored(1);
    }

    assertThat(log.list).hasSize(2);
    assertThat(log.list)
        .extracting(line -> line.getFormattedMessage() + line.getKeyValuePairs())
        .noneMatch(line -> line.contains("hunter"))
        .anyMatch(line -> line.contains("sessionId: write "));
  }

  @Test
  void answers_nothing() {
    ingest = OpenIngest.in(directory);
    try (Caller sender = sender()) {
      sender.send(event("s-1", "a") + "\nbad\n");
      stored(1);
      sender.endOutput();

      assertThat(sender.closedSilently()).isTrue();
    }
  }

  @Test
  void lets_the_terminal_decide_when_a_client_waits_for_an_approval() {
    ingest = OpenIngest.in(directory);
    try (Caller sender = sender()) {
      sender.send(event("s-1", "Bash").put("type", "approval_request") + "\n");

      JsonObject answer = new JsonObject(sender.line());

      assertThat(answer.getString("sessionId")).isEqualTo("s-1");
      assertThat(answer.getString("type")).isEqualTo("unknown");
    }
    assertThat(stored(1)).extracting(HookEvent::type).containsExactly(EventType.APPROVAL_REQUEST);
  }

  @Test
  void takes_as_many_connections_as_it_may_and_no_more() {
    ingest = OpenIngest.in(directory, new Limits(1 << 20, 10, 1, Duration.ofSeconds(10)), 1);
    try (Caller first = sender()) {
      first.send(event("s-1", "a") + "\n");
      stored(1);
      try (Caller second = sender()) {
        assertThat(second.closedSilently()).isTrue();
      }
    }
  }

  @Test
  void stores_what_it_was_sent_before_it_ends() {
    ingest = OpenIngest.in(directory);
    try (Caller sender = sender()) {
      sender.send(event("s-1", "x".repeat(900_000)) + "\n" + event("s-1", "last") + "\n");
      stored(1);

      ingest.undeploy();
    }

    assertThat(ingest.totals().accepted()).isEqualTo(2);
  }

  private Caller sender() {
    return Caller.of(ingest.lineSocket());
  }

  private List<HookEvent> stored(int number) {
    while (ingest.totals().accepted() < number) {
      Thread.onSpinWait();
    }
    return ingest.events("s-1");
  }

  private static ListAppender<ILoggingEvent> listen(Class<?> type) {
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    ((Logger) LoggerFactory.getLogger(type)).addAppender(appender);
    return appender;
  }
}
