package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hookline.emulator.call.Method;
import dev.hookline.emulator.conformance.BotApiSchema;
import dev.hookline.emulator.conformance.Conformance;
import dev.hookline.emulator.method.MethodTable;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.time.VirtualTimeline;
import dev.hookline.emulator.world.World;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds every method, its parameters and its answers, and every kind of update, against a
 * description of the Bot API that is not ours. Runs when {@code BOT_API_SCHEMA} names the file.
 */
class ConformanceTest {

  private final Running running = new Running();

  private Conformance conformance;

  @BeforeEach
  void load() throws IOException {
    String file = System.getenv(BotApiSchema.VARIABLE);
    assumeTrue(
        file != null,
        "NOT RUN: set BOT_API_SCHEMA to the Bot API's schema.json to hold the emulator against it");
    conformance = new Conformance(BotApiSchema.load(Path.of(file)));
  }

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void answers_and_tells_what_the_description_says() {
    new EverythingOnce(running).happen();

    assertThat(conformance.problems(running.journal().records())).isEmpty();
  }

  @Test
  void has_every_method_succeed_in_this_test_at_least_once() {
    new EverythingOnce(running).happen();

    Set<String> succeeded =
        running.journal().records().stream()
            .filter(call -> call.verdict() == CallRecord.Verdict.OK)
            .map(CallRecord::method)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(succeeded)
        .containsExactlyElementsOf(
            methods().stream().map(Method::name).collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void has_no_parameter_that_the_description_does_not_have() {
    for (Method method : methods()) {
      assertThat(conformance.parametersOf(method.name()))
          .as(method.name())
          .containsAll(method.parameters());
    }
  }

  @Test
  void refuses_as_the_description_says() {
    running.refusal("sendMessage", in(CHAT).put("text", " "));
    await(running.control().addFault(Fault.on("sendMessage").doing("migrate_chat")));
    running.refusal("sendMessage", in(CHAT).put("text", "hello"));

    assertThat(conformance.problems(running.journal().records())).isEmpty();
  }

  @Test
  void finds_what_is_wrong_with_a_call() {
    running.call(
        "sendMessage",
        new JsonObject()
            .put("text", "hello")
            .put("message_thread_id", "two")
            .put("entities", "[{\"type\":\"bold\",\"offset\":0,\"size\":1}]")
            .put("loud", true));
    running.call("sendMesage", in(CHAT));

    assertThat(conformance.problems(running.journal().records()))
        .containsExactlyInAnyOrder(
            "call 1 sendMessage: message_thread_id is two, and no integer",
            "call 1 sendMessage: entities[0].size is no field of MessageEntity",
            "call 1 sendMessage: entities[0].length is missing",
            "call 1 sendMessage: there is no parameter loud",
            "call 1 sendMessage: the parameter chat_id is missing",
            "call 2 sendMesage: there is no such method");
  }

  private static List<Method> methods() {
    Stage stage =
        new Stage(
            new World(1),
            new VirtualTimeline(0),
            Knobs.withoutFlood(),
            (bot, hook, update, answered) -> answered.accept(200));
    return List.copyOf(new MethodTable(stage).all());
  }
}
