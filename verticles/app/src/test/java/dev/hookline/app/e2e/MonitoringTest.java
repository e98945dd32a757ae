package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.config.SettingsFile;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Alerts and dashboard ask for what a node tells, and for nothing else. */
class MonitoringTest extends EndToEnd {

  private static final Path DIRECTORY = Path.of("../../k8s/monitoring");

  /** What Prometheus itself knows of whom it asks. */
  private static final Set<String> PROMETHEUS_OWN = Set.of("up");

  /** Names in a query: not those of functions, of labels, of clauses, or inside braces. */
  private static final Pattern METRIC =
      Pattern.compile("\\b[a-z][a-z0-9_]*\\b(?!\\s*\\()(?!\\s*[=!])");

  private static final Pattern NOT_METRICS =
      Pattern.compile(
          "\\{[^}]*}|\\[[^]]*]|\"[^\"]*\"|\\b(by|without|on)\\s*\\([^)]*\\)|\\b(and|or|unless)\\b");

  private static final Pattern SUM = Pattern.compile("^hookline_(events|entries|messages|chats?)_");

  private static final Pattern TOLD = Pattern.compile("(?m)^([a-z][a-z0-9_]*)[{ ]");

  @Test
  void the_alerts_ask_for_metrics_that_there_are() {
    start();

    assertThat(told()).containsAll(asked(alerts()));
    assertThat(asked(alerts())).hasSizeGreaterThan(8);
  }

  @Test
  void the_dashboard_asks_for_metrics_that_there_are() throws IOException {
    start();

    assertThat(told()).containsAll(asked(panels()));
    assertThat(asked(panels())).hasSizeGreaterThan(8);
  }

  @Test
  void every_sum_is_on_the_dashboard() throws IOException {
    start();

    assertThat(asked(panels())).containsAll(told().stream().filter(SUM.asPredicate()).toList());
  }

  @Test
  void the_sums_balance() {
    start();
    Story story = Story.numbered("s", 3);
    node.tell(story);
    awaitsAllShown(story);

    assertThat(value("hookline_events_accepted_total"))
        .isEqualTo(
            value("hookline_events_shown_total")
                + value("hookline_events_hushed_total")
                + value("hookline_events_kept_total")
                + value("hookline_events_parked")
                + value("hookline_events_waiting"));
  }

  private Set<String> told() {
    Set<String> told =
        TOLD.matcher(node.text("/metrics"))
            .results()
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    told.addAll(PROMETHEUS_OWN);
    return told;
  }

  private double value(String name) {
    return Pattern.compile("(?m)^" + name + " (\\S+)$")
        .matcher(node.text("/metrics"))
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> asked(List<String> queries) {
    return queries.stream()
        .map(query -> NOT_METRICS.matcher(query).replaceAll(" "))
        .flatMap(query -> METRIC.matcher(query).results().map(MatchResult::group))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> alerts() {
    JsonArray groups =
        SettingsFile.read(DIRECTORY.resolve("alerts.yaml"))
            .getJsonObject("spec")
            .getJsonArray("groups");
    return objects(groups)
        .flatMap(group -> objects(group.getJsonArray("rules")))
        .map(rule -> rule.getString("expr"))
        .toList();
  }

  private static List<String> panels() throws IOException {
    JsonObject dashboard = new JsonObject(Files.readString(DIRECTORY.resolve("dashboard.json")));
    return objects(dashboard.getJsonArray("panels"))
        .flatMap(panel -> objects(panel.getJsonArray("targets")))
        .map(target -> target.getString("expr"))
        .toList();
  }

  private static Stream<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast);
  }
}
