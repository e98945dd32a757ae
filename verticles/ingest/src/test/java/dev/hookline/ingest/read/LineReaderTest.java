package dev.hookline.ingest.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineReaderTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:30:00Z");

  private final LineReader reader = new LineReader(new EventReader(-1, () -> "made-up"));

  @Test
  void reads_a_line_of_the_old_clients() {
    HookEvent event =
        read(
            "{'type':'tool_start','sessionId':'s-1','timestamp':'2026-11-23T08:00:00Z','content':"
                + "'Tool: Bash','metadata':{'tool':'Bash','input':{'command':'ls'},'tmuxPane':null}}");

    assertThat(event.type()).isEqualTo(EventType.TOOL_START);
    assertThat(event.timestamp()).isEqualTo(Instant.parse("2026-11-23T08:00:00Z"));
    assertThat(event.metadata().getJsonObject("input").getString("command")).isEqualTo("ls");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'timestamp':null,", "'timestamp':'2026-11-23T08:00:00.3NZ',"})
  void takes_the_time_of_receipt_when_there_is_no_other(String timestamp) {
    assertThat(read("{" + timestamp + "'type':'error','sessionId':'s','content':'x'}").timestamp())
        .isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'type':'question_request',", "'type':17,"})
  void keeps_a_type_that_it_does_not_know_as_another(String type) {
    assertThat(read("{" + type + "'sessionId':'s','content':'x'}").type())
        .isEqualTo(EventType.OTHER);
  }

  @Test
  void takes_a_missing_content_for_an_empty_one() {
    assertThat(read("{'type':'turn_complete','sessionId':'s'}").content()).isEmpty();
  }

  @Test
  void takes_the_start_that_precedes_every_batch_for_the_same_each_time() {
    String line =
        "{'type':'session_start','sessionId':'s-1','content':'Claude Code session started'}";

    assertThat(read(line).id()).isEqualTo("session_start");
    assertThat(read(line.replace("start'", "end'")).id()).isEqualTo("made-up");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "[]", "{'type':'error','content':'x'}", "{'sessionId':'a b'}"})
  void refuses_a_line_that_belongs_to_no_session(String line) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(RefusedException.class);
  }

  private HookEvent read(String line) {
    return reader.read(line.replace('\'', '"').getBytes(StandardCharsets.UTF_8), NOW).event();
  }
}
