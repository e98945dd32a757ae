package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds {@code conf/hookline.yaml} and the code to one another. */
class SettingsCatalogueTest {

  private static final Path FILE = Path.of("../../conf/hookline.yaml");

  /** What a node cannot do without, which therefore has no default. */
  private static final Map<String, String> NEEDED =
      Map.of("HOOKLINE_TELEGRAM_TOKEN", "1:abc", "HOOKLINE_TELEGRAM_CHAT_ID", "-1001");

  @Test
  void names_every_setting_that_the_code_reads_and_no_other_with_its_default() {
    Settings settings = new Settings(new JsonObject(), NEEDED, Map.of());
    NodeOptions.from(settings);

    assertThat(written()).containsExactlyInAnyOrderEntriesOf(settings.fallbacks());
  }

  @Test
  void changes_nothing_as_it_stands() {
    NodeOptions withFile =
        NodeOptions.from(new Settings(SettingsFile.read(FILE), NEEDED, Map.of()));
    NodeOptions without = NodeOptions.from(new Settings(new JsonObject(), NEEDED, Map.of()));

    assertThat(withFile).isEqualTo(without);
  }

  @Test
  void explains_every_setting_in_one_comment() throws IOException {
    List<String> settings =
        Files.readAllLines(FILE).stream()
            .filter(line -> line.matches(" *\\w+:.*"))
            .filter(line -> !line.matches(" *\\w+:")) // a group
            .toList();

    assertThat(settings).hasSameSizeAs(written().keySet());
    assertThat(settings).allMatch(line -> line.matches(" *\\w+:.* # \\S.*"));
  }

  @Test
  void gives_every_setting_an_environment_variable_of_its_own() {
    List<String> flattened =
        written().keySet().stream()
            .map(key -> key.replace(".", "").toLowerCase(Locale.ROOT))
            .toList();

    assertThat(flattened).doesNotHaveDuplicates();
  }

  @Test
  void names_only_what_there_is_and_differs_in_the_file_of_the_cluster() {
    Map<String, String> cluster = read(Path.of("../../conf/hookline-cluster.yaml"));

    assertThat(written().keySet()).containsAll(cluster.keySet());
    assertThat(cluster.entrySet()).doesNotContainAnyElementsOf(written().entrySet());
  }

  private static Map<String, String> written() {
    return read(FILE);
  }

  private static Map<String, String> read(Path file) {
    Map<String, String> found = new TreeMap<>();
    flatten("", SettingsFile.read(file), found);
    return found;
  }

  private static void flatten(String prefix, JsonObject tree, Map<String, String> into) {
    for (Map.Entry<String, Object> entry : tree) {
      String key = prefix + entry.getKey();
      if (entry.getValue() instanceof JsonObject nested) {
        flatten(key + ".", nested, into);
      } else if (entry.getValue() instanceof JsonArray list) {
        into.put(key, list.stream().map(String::valueOf).collect(Collectors.joining(",")));
      } else {
        into.put(key, entry.getValue().toString());
      }
    }
  }
}
