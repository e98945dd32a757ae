package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.config.SettingsFile;
import dev.hookline.messages.EventType;
import dev.hookline.store.Approval;
import dev.hookline.store.SessionTopic;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds what is published about the bus and what it says to one another. */
class BusContractTest extends EndToEnd {

  private static final Path CONTRACT = Path.of("../../docs/bus");

  @Test
  void takes_what_the_contract_says_it_takes() {
    start("bus.enabled", true, "bus.port", 0);
    Story story = Story.numbered("s-1", 2);
    story.events().forEach(event -> fits("event", event));
    try (BusProgram program = BusProgram.of(node)) {
      JsonArray batch = new JsonArray().addAll(new JsonArray(story.events())).add(new JsonObject());

      fits("taken", program.ask("send", "hookline.ingest", batch).getJsonObject("body"));
      fits("error", program.ask("send", "hookline.ingest", new JsonObject()));
      fits("error", program.ask("send", "hookline.session.hint", new JsonObject()));
    }
  }

  @Test
  void tells_of_sessions_what_the_contract_says() {
    start("bus.enabled", true, "bus.port", 0);
    Story story = Story.numbered("s-1", 1);
    Story unnumbered = Story.plain("s-2", 1);
    node.tell(story);
    node.tell(unnumbered);
    try (BusProgram program = BusProgram.of(node)) {
      program.ask("register", "hookline.events.s-1", null);
      fits("followed", program.next().getJsonObject("body"));
      program.ask("register", "hookline.events.s-2", null);
      fits("followed", program.next().getJsonObject("body"));
      program.ask("register", "hookline.sessions", null);
      fits("session", program.next().getJsonObject("body"));
    }
  }

  @Test
  void tells_of_questions_what_the_contract_says() {
    start(
        "bus.enabled",
        true,
        "bus.port",
        0,
        "telegram.allowedUsers",
        new JsonArray().add(Phone.ANN));
    AskingAgent agent = new AskingAgent(node, "s-1");
    try (BusProgram program = BusProgram.of(node)) {
      program.ask("register", "hookline.approvals", null);
      agent.wantsToRun("touch file");

      JsonObject asked = program.next().getJsonObject("body");
      fits("approval", asked);
      agent.ran("touch file");

      JsonObject settled = program.next().getJsonObject("body");
      while (settled.getString("state").equals("open")) {
        settled = program.next().getJsonObject("body");
      }
      fits("approval", settled);
      assertThat(settled.getString("id")).isEqualTo(asked.getString("id"));
    }
  }

  @Test
  void asks_filters_what_the_contract_says() {
    start("bus.enabled", true, "bus.port", 0, "bus.filters", new JsonArray().add("quiet open 1"));
    try (BusProgram program = BusProgram.of(node)) {
      program.ask("register", "hookline.filter.quiet", null);
      node.tell(Story.plain("s-1", 1));

      fits("filter-question", program.next().getJsonObject("body"));
    }
  }

  @Test
  void names_every_word_that_there_is() {
    assertThat(words("followed", "$defs", "type"))
        .containsExactlyElementsOf(Stream.of(EventType.values()).map(EventType::wireName).toList());
    assertThat(words("approval", "properties", "state"))
        .containsExactlyElementsOf(lower(Approval.State.values()));
    assertThat(words("session", "properties", "topic"))
        .containsExactlyElementsOf(lower(SessionTopic.State.values()));
  }

  @Test
  void refers_only_to_what_is_there() {
    JsonObject contract = SettingsFile.read(CONTRACT.resolve("asyncapi.yaml")); // any YAML

    assertThat(contract.getString("asyncapi")).isEqualTo("3.0.0");
    assertThat(addresses(contract))
        .containsExactlyInAnyOrder(
            "hookline.auth",
            "hookline.ingest",
            "hookline.events.{session}",
            "hookline.sessions",
            "hookline.approvals",
            "hookline.filter.{name}");
    assertThat(references(contract)).isNotEmpty().allMatch(name -> resolves(contract, name));
  }

  private static void fits(String schema, JsonObject json) {
    OutputUnit outcome =
        Validator.create(
                JsonSchema.of(schema(schema)),
                new JsonSchemaOptions()
                    .setBaseUri("https://hookline.example")
                    .setDraft(Draft.DRAFT202012)
                    .setOutputFormat(OutputFormat.Basic))
            .validate(json);
    assertThat(outcome.getValid()).as(schema + ": " + json + " " + outcome.toJson()).isTrue();
  }

  private static JsonObject schema(String name) {
    try {
      return new JsonObject(Files.readString(CONTRACT.resolve(name + ".schema.json")));
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  private static List<Object> words(String schema, String group, String name) {
    return schema(schema).getJsonObject(group).getJsonObject(name).getJsonArray("enum").stream()
        .toList();
  }

  private static List<String> lower(Enum<?>[] constants) {
    return Arrays.stream(constants).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static List<String> addresses(JsonObject contract) {
    JsonObject channels = contract.getJsonObject("channels");
    return channels.fieldNames().stream()
        .map(name -> channels.getJsonObject(name).getString("address"))
        .toList();
  }

  private static List<String> references(Object json) {
    if (json instanceof JsonObject object) {
      return object.stream()
          .flatMap(
              entry ->
                  entry.getKey().equals("$ref")
                      ? Stream.of((String) entry.getValue())
                      : references(entry.getValue()).stream())
          .toList();
    }
    return json instanceof JsonArray array
        ? array.stream().flatMap(element -> references(element).stream()).toList()
        : List.of();
  }

  private static boolean resolves(JsonObject contract, String reference) {
    if (!reference.startsWith("#/")) {
      return Files.exists(CONTRACT.resolve(reference));
    }
    JsonObject at = contract;
    for (String step : reference.substring(2).split("/", -1)) {
      at = at == null ? null : at.getJsonObject(step);
    }
    return at != null;
  }
}
