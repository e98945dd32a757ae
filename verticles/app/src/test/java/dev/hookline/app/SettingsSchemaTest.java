package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import io.vertx.core.json.JsonObject;
import io.vertx.json.schema.Draft;
import io.vertx.json.schema.JsonSchema;
import io.vertx.json.schema.JsonSchemaOptions;
import io.vertx.json.schema.OutputFormat;
import io.vertx.json.schema.OutputUnit;
import io.vertx.json.schema.Validator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/hookline.schema.json} to what the code reads and to the comments in {@code
 * conf/hookline.yaml}. Writes it with {@code -Dsettings.schema=write}.
 */
class SettingsSchemaTest {

  private static final Path SETTINGS = Path.of("../../conf/hookline.yaml");
  private static final Path SCHEMA = Path.of("../../docs/hookline.schema.json");
  private static final Pattern LINE = Pattern.compile("( *)(\\w+):(?: [^#]*)?(?:# (.*))?");

  @Test
  void is_what_the_code_reads() throws IOException {
    JsonObject generated = generated();
    if ("write".equals(System.getProperty("settings.schema"))) {
      Files.writeString(SCHEMA, generated.encodePrettily() + "\n");
    }

    assertThat(published())
        .as("docs/hookline.schema.json, which -Dsettings.schema=write writes anew")
        .isEqualTo(generated);
  }

  @Test
  void accepts_the_file_as_it_is_shipped() throws IOException {
    assertThat(problems(Files.readString(SETTINGS))).isEmpty();
  }

  @Test
  void accepts_the_list_of_verticles_that_the_documentation_shows() throws IOException {
    String page = Files.readString(Path.of("../../docs/runtime.md"));
    int begin = page.indexOf("```yaml\n") + "```yaml\n".length();

    assertThat(problems(page.substring(begin, page.indexOf("```", begin)))).isEmpty();
  }

  @Test
  void refuses_names_that_there_are_not_and_values_that_cannot_be() throws IOException {
    assertThat(problems("ingest: {prot: 1}")).contains("prot");
    assertThat(problems("ingest: {port: many}")).contains("port");
    assertThat(problems("telegram: {verbosity: loud}")).contains("verbosity");
    assertThat(problems("verticles: [{name: errors, jars: a.jar}]")).contains("jars");
  }

  private static String problems(String yaml) throws IOException {
    JsonObject tree = asEditorsReadIt(yaml);
    JsonSchemaOptions options =
        new JsonSchemaOptions()
            .setBaseUri("https://hookline.example")
            .setDraft(Draft.DRAFT202012)
            .setOutputFormat(OutputFormat.Basic);
    OutputUnit result = Validator.create(JsonSchema.of(published()), options).validate(tree);
    return result.getValid() ? "" : String.valueOf(result.toJson());
  }

  /** With numbers and truths; what is empty is null, and as good as not there. */
  private static JsonObject asEditorsReadIt(String yaml) {
    JsonObject file = new JsonObject().put("all", SettingsFile.parse("a test", yaml));
    return withoutEmpty(new Settings(file).object("all"));
  }

  private static JsonObject withoutEmpty(JsonObject group) {
    JsonObject left = new JsonObject();
    for (Map.Entry<String, Object> entry : group) {
      Object value = entry.getValue();
      if (!"".equals(value)) {
        left.put(entry.getKey(), value instanceof JsonObject inner ? withoutEmpty(inner) : value);
      }
    }
    return left;
  }

  private static JsonObject published() throws IOException {
    return new JsonObject(Files.readString(SCHEMA));
  }

  private static JsonObject generated() throws IOException {
    Map<String, String> needed =
        Map.of("HOOKLINE_TELEGRAM_TOKEN", "1:abc", "HOOKLINE_TELEGRAM_CHAT_ID", "-1001");
    Settings settings = new Settings(new JsonObject(), needed, Map.of());
    NodeOptions.from(settings);
    JsonObject schema =
        new JsonObject()
            .put("$schema", "https://json-schema.org/draft/2020-12/schema")
            .put("title", "Settings of Hookline");
    return schema.mergeIn(settings.schema(comments()));
  }

  /** The comment of each setting, by its key. */
  private static Map<String, String> comments() throws IOException {
    Map<String, String> comments = new TreeMap<>();
    Deque<String> groups = new ArrayDeque<>();
    for (String line : Files.readAllLines(SETTINGS)) {
      Matcher found = LINE.matcher(line);
      if (found.matches()) {
        while (groups.size() > found.group(1).length() / 2) {
          groups.removeLast();
        }
        groups.addLast(found.group(2));
        if (found.group(3) != null) {
          comments.put(String.join(".", groups), found.group(3));
        }
      }
    }
    return comments;
  }
}
