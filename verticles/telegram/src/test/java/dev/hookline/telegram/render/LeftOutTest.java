package dev.hookline.telegram.render;

import static dev.hookline.messages.EventType.ERROR;
import static dev.hookline.messages.EventType.NOTIFICATION;
import static dev.hookline.messages.EventType.TOOL_RESULT;
import static dev.hookline.messages.EventType.TOOL_START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages know what they leave out, and a file has all of it. */
class LeftOutTest {

  private static final String LONG = "many words ".repeat(1_000) + "and the last one";

  @ParameterizedTest(name = "{0}")
  @MethodSource("longThings")
  void says_that_something_is_left_out_and_has_it_whole(String what, HookEvent event, String end) {
    Seen seen = Seen.of(event);
    Part last = seen.parts().get(seen.parts().size() - 1);

    assertThat(last.leavesOut()).isTrue();
    assertThat(seen.text()).doesNotContain(end);
    assertThat(whole(Given.entry(event))).contains(end);
  }

  @Test
  void leaves_nothing_out_of_what_is_short() {
    assertThat(Seen.of(read("few words")).parts()).noneMatch(Part::leavesOut);
  }

  @Test
  void leaves_nothing_out_that_is_in_a_file_below() {
    HookEvent event = Given.tool(TOOL_RESULT, "Bash", new JsonObject().put("command", "ls"));
    event.metadata().put(MetadataKeys.RESPONSE, new JsonObject().put("stdout", LONG));

    Seen seen = Seen.of(event);

    assertThat(seen.document()).contains("the last one");
    assertThat(seen.parts()).noneMatch(Part::leavesOut);
  }

  @Test
  void says_it_with_the_last_of_several_messages() {
    JsonObject input = new JsonObject().put("command", LONG).put("reason", LONG);
    HookEvent event = Given.tool(TOOL_START, "Bash", input);

    List<Part> parts = Seen.of(event).parts();

    assertThat(parts).hasSize(2);
    assertThat(parts).extracting(Part::leavesOut).containsExactly(false, true);
  }

  @Test
  void says_it_of_all_that_share_a_message() {
    Sheet sheet = new Sheet();
    for (HookEvent event : List.of(read(LONG), Given.event(NOTIFICATION, "done"))) {
      OutboxEntry entry = Given.entry(event);
      assertThat(sheet.add(entry, Seen.of(entry).texts().get(0))).isTrue();
    }

    assertThat(sheet.part().leavesOut()).isTrue();
  }

  @Test
  void keeps_it_below_a_line_about_what_runs() {
    TextPart shown = Seen.of(read(LONG)).texts().get(0);

    assertThat(StatusLine.below(shown, 2).orElseThrow().leavesOut()).isTrue();
  }

  @Test
  void has_all_that_a_message_shows_in_its_order() {
    OutboxEntry first = Given.entry(read("first " + LONG));
    OutboxEntry second = Given.entry(Given.event(NOTIFICATION, "then this"));

    assertThat(whole(first, second)).containsSubsequence("first", "the last one", "then this");
  }

  @Test
  void calls_the_file_by_the_first_line_of_the_message() {
    DocumentPart file = (DocumentPart) Whole.of(List.of(Given.entry(read(LONG))));

    assertThat(file.caption()).isEqualTo("The whole of: ✅ Read src/tree.py");
    assertThat(file.fileName()).isEqualTo("event-12-whole.txt");
  }

  @Test
  void says_so_when_nothing_of_it_is_left() {
    assertThat(Seen.of(wanted()).text()).contains("not in the store any more");
  }

  private static List<Arguments> longThings() {
    JsonArray todos = new JsonArray();
    IntStream.range(0, 60).forEach(i -> todos.add(new JsonObject().put("content", "to do " + i)));
    JsonObject values = new JsonObject();
    IntStream.range(0, 60).forEach(i -> values.put("key" + i, "value" + i));
    return List.of(
        Arguments.of("a file that was read", read(LONG), "the last one"),
        Arguments.of(
            "a subagent's task",
            Given.tool(TOOL_START, "Task", new JsonObject().put("prompt", LONG)),
            "the last one"),
        Arguments.of(
            "a long value",
            Given.tool(TOOL_START, "mcp__a__b", new JsonObject().put("text", LONG)),
            "the last one"),
        Arguments.of("many values", Given.tool(TOOL_START, "mcp__a__b", values), "value59"),
        Arguments.of(
            "many things to do",
            Given.tool(TOOL_START, "TodoWrite", new JsonObject().put("todos", todos)),
            "to do 59"),
        Arguments.of("words without input", Given.event(TOOL_START, LONG), "the last one"),
        Arguments.of(
            "the name of an error",
            Given.event(ERROR, "", new JsonObject().put("error", LONG)),
            "the last one"));
  }

  private static HookEvent read(String content) {
    HookEvent event =
        Given.tool(TOOL_RESULT, "Read", new JsonObject().put("file_path", "src/tree.py"));
    JsonObject file = new JsonObject().put("content", content);
    event.metadata().put(MetadataKeys.RESPONSE, new JsonObject().put("file", file));
    return event;
  }

  private static String whole(OutboxEntry... shown) {
    return Seen.of(wanted(shown)).document();
  }

  private static OutboxEntry wanted(OutboxEntry... shown) {
    OutboxEntry bare = Given.words(Release.Kind.WHOLE, "");
    return new OutboxEntry(
        bare.session(),
        99,
        bare.kind(),
        false,
        "",
        List.of(),
        0,
        bare.generation(),
        bare.thread(),
        bare.topicName(),
        false,
        0,
        0,
        0,
        1,
        1,
        List.of(),
        0,
        null,
        Map.of(),
        List.of(shown),
        Instant.EPOCH,
        Instant.EPOCH);
  }
}
