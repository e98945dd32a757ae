package dev.hookline.app.e2e;

import static dev.hookline.app.e2e.AskingAgent.body;
import static dev.hookline.app.e2e.AskingAgent.told;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * People write to agents: what the agents get is what Claude Code was seen to take, to the byte.
 */
class ReplyTest extends EndToEnd {

  private static final JsonArray ANN = new JsonArray().add(Phone.ANN + " reply");
  private static final String SEEN = "👀";
  private static final String DELIVERED = "👍";

  private Phone phone;

  @BeforeEach
  void hasAPhone() {
    phone = new Phone(chat, Phone.ANN);
  }

  @Test
  void what_was_written_while_the_agent_worked_is_given_when_it_stops() {
    works();
    long message = phone.writes(topic(), "also update the docs");
    phone.seesReaction(message, SEEN);

    assertThat(body(stops())).isEqualTo(told("also update the docs"));

    phone.seesReaction(message, DELIVERED);
    oracle.makesOnlyProperCalls();
  }

  @Test
  void an_agent_that_is_done_is_kept_for_what_is_written_then() {
    works();
    CompletableFuture<HttpResponse<String>> exchange = stops("Hookline-Wait", "now");

    long message = phone.writes(topic(), "go on with the tests");

    assertThat(body(exchange)).isEqualTo(told("go on with the tests"));
    phone.seesReaction(message, DELIVERED);
  }

  @Test
  void an_agent_that_says_nothing_is_not_kept() {
    works();

    assertThat(body(stops())).isEmpty();
  }

  @Test
  void an_agent_is_kept_for_so_long_only() {
    works("ingest.replyPatienceMillis", 300);

    assertThat(body(stops("Hookline-Wait", "now"))).isEmpty();
  }

  @Test
  void an_agent_is_not_kept_from_subagents_that_work_on() {
    works();

    assertThat(body(stopsBeside("subagent"))).isEmpty();
  }

  @Test
  void an_agent_is_not_kept_from_a_second_subagent_that_is_done_too() {
    works();
    body(stopsBeside("subagent", "subagent"));

    assertThat(body(stopsBeside())).isEmpty();
  }

  @Test
  void an_agent_is_kept_while_a_shell_of_it_runs_on() {
    works();
    CompletableFuture<HttpResponse<String>> exchange = stopsBeside("shell");

    phone.writes(topic(), "go on");

    assertThat(body(exchange)).isEqualTo(told("go on"));
  }

  @Test
  void an_agent_is_let_go_when_somebody_types_at_its_terminal() {
    works();
    CompletableFuture<HttpResponse<String>> exchange = stops("Hookline-Wait", "now");
    chat.awaits("the end of its turn", () -> chat.saying("Done, part 1") != null);

    agent().fires(agent().hook("UserPromptSubmit").put("prompt", "typed here"));

    assertThat(body(exchange)).isEmpty();
    phone.writes(topic(), "too late for that");
    assertThat(body(stops("Hookline-Wait", "now"))).isEqualTo(told("too late for that"));
  }

  @Test
  void several_are_given_together_in_order_and_once() {
    works();
    phone.writes(topic(), "first");
    phone.writes(topic(), "second \"quoted\"");
    phone.seesReaction(phone.writes(topic(), "third"), SEEN);

    assertThat(body(stops())).isEqualTo(told("first\n\nsecond \"quoted\"\n\nthird"));
    assertThat(body(stops())).isEmpty();
  }

  @Test
  void what_is_written_meanwhile_is_told_beside_the_result_of_a_tool() {
    works();
    long message = phone.writes(topic(), "use \"make\"");
    phone.seesReaction(message, SEEN);

    assertThat(body(agent().posts(agent().result("ls"))))
        .isEqualTo(
            "{\"hookSpecificOutput\":{\"hookEventName\":\"PostToolUse\",\"additionalContext\":"
                + "\"The user wrote this meanwhile:\\n\\nuse \\\"make\\\"\"}}");

    phone.seesReaction(message, DELIVERED);
    assertThat(body(stops())).isEmpty();
  }

  @Test
  void helpers_are_told_nothing() {
    works();
    phone.seesReaction(phone.writes(topic(), "for the main agent"), SEEN);

    assertThat(body(agent().posts(agent().result("ls").put("agent_id", "a1")))).isEmpty();

    assertThat(body(stops())).isEqualTo(told("for the main agent"));
  }

  @Test
  void what_strangers_write_has_no_effect() {
    works();
    Phone stranger = new Phone(chat, Phone.STRANGER);
    long theirs = stranger.writes(topic(), "delete everything");
    phone.seesReaction(phone.writes(topic(), "mine"), SEEN);

    assertThat(body(stops())).isEqualTo(told("mine"));
    assertThat(chat.reactions(theirs)).isEmpty();
  }

  @Test
  void what_would_deceive_a_reader_is_taken_out() {
    works();
    phone.seesReaction(phone.writes(topic(), "rm \u202e\u2066-i\u2069 x\u200b\u009by"), SEEN);

    assertThat(body(stops())).isEqualTo(told("rm -i xy"));
  }

  @Test
  void a_command_is_not_for_the_agent() {
    works();
    phone.writes(topic(), "/help me");
    phone.seesReaction(phone.writes(topic(), "mine"), SEEN);

    assertThat(body(stops())).isEqualTo(told("mine"));
  }

  @Test
  void a_file_is_put_where_the_agent_can_read_it() throws Exception {
    works();
    phone.seesReaction(sends("../evil name.txt"), SEEN);
    phone.seesReaction(phone.writes(topic(), "then this"), SEEN);

    chat.awaits("the file", () -> chat.calls("getFile").size() == 1 && received().size() == 1);
    chat.awaits("all of it", () -> body(stops()).contains("like this\\n\\n[file: "));

    Path file = received().get(0);
    assertThat(file.getFileName().toString()).endsWith("-evil_name.txt");
    assertThat(Files.readString(file)).isEqualTo("hello");
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
  }

  @Test
  void a_file_that_cannot_be_had_keeps_nobody_waiting_for_ever() {
    works();
    chat.fault("getFile", 9, "status", "code", 400, "description", "Bad Request: no");
    sends("notes.txt");

    chat.awaits("a word", () -> chat.saying("notes.txt could not be fetched") != null);
    assertThat(body(stops()))
        .isEqualTo(told("like this\n\n[a file, notes.txt, could not be fetched]"));
  }

  private long sends(String name) {
    return chat.person(
            "send",
            new JsonObject()
                .put("user", Phone.ANN)
                .put("thread", topic())
                .put("caption", "like this")
                .put(
                    "document",
                    new JsonObject().put("file_name", name).put("content_base64", "aGVsbG8=")))
        .getJsonObject("message")
        .getLong("message_id");
  }

  private List<Path> received() {
    try (Stream<Path> files = Files.list(directory.resolve("received"))) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
    } catch (IOException notYet) {
      return List.of();
    }
  }

  @Test
  void outlives_the_node() {
    works();
    phone.seesReaction(phone.writes(topic(), "do not forget"), SEEN);
    restart("telegram.users", ANN);

    assertThat(body(stops())).isEqualTo(told("do not forget"));
    assertThat(body(stops())).isEmpty();
  }

  @Test
  void who_comes_back_with_the_same_name_is_told_the_same_and_nobody_else() {
    works();
    phone.seesReaction(phone.writes(topic(), "once"), SEEN);
    JsonObject stop = stop();
    String[] named = {"Hookline-Event-Id", "spool-1", "Hookline-Wait", "now"};
    body(agent().posts(stop, named));
    restart("telegram.users", ANN);

    assertThat(body(agent().posts(stop, named))).isEqualTo(told("once"));
    assertThat(body(stops())).isEmpty();
  }

  @Test
  void a_reply_to_a_question_that_is_over_is_for_the_agent() {
    works("telegram.allowedUsers", new JsonArray().add(Phone.ANN));
    CompletableFuture<HttpResponse<String>> question = agent().wantsToRun("touch x");
    JsonObject message = phone.seesButtonsBelow("touch x");
    phone.presses(message, "✅ Allow");
    body(question);

    phone.replies(message, "and then y");
    phone.seesReaction(chat.saying("and then y").getLong("message_id"), SEEN);

    assertThat(body(stops())).isEqualTo(told("and then y"));
  }

  private void works(Object... changed) {
    Object[] settings = new Object[changed.length + 2];
    settings[0] = "telegram.users";
    settings[1] = ANN;
    System.arraycopy(changed, 0, settings, 2, changed.length);
    start(settings);
    agent().fires(agent().hook("UserPromptSubmit").put("prompt", "begin"));
    awaitsWrittenDown(1);
  }

  private AskingAgent agent() {
    return new AskingAgent(node, "s");
  }

  private long topic() {
    return chat.livingTopics().get(0).thread();
  }

  private int stopped;

  private CompletableFuture<HttpResponse<String>> stops(String... headers) {
    return agent().posts(stop(), headers);
  }

  private CompletableFuture<HttpResponse<String>> stopsBeside(String... types) {
    JsonArray tasks = new JsonArray();
    for (String type : types) {
      tasks.add(new JsonObject().put("type", type).put("status", "running"));
    }
    return agent().posts(stop().put("background_tasks", tasks), "Hookline-Wait", "now");
  }

  private JsonObject stop() {
    return agent().stop("Done, part " + ++stopped);
  }
}
