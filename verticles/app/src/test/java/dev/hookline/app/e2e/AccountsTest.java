package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What monitoring is told about events. */
class AccountsTest extends EndToEnd {

  private static final Pattern SUM = Pattern.compile("(?m)^hookline_(\\w+) ([0-9.E-]+)$");

  private final Story shown = Story.numbered("shown", 3);
  private final Story stuck = Story.numbered("stuck", 2);

  @Test
  void every_event_is_in_one_of_the_sums() {
    // Given: three shown, and two that Telegram does not take for now
    start();
    node.tell(shown);
    awaitsAllShown(shown);
    chat.fault("createForumTopic", 0, "status", "code", 400, "description", "Bad Request: no");
    node.tell(stuck);

    // When, Then
    chat.awaits("the sums", () -> node.get("/healthz").getLong("shown") == 3);
    JsonObject told = node.get("/healthz");
    assertThat(told.getLong("accepted")).isEqualTo(5);
    assertThat(told.getLong("waiting")).isEqualTo(2);
    assertThat(told.getLong("kept") + told.getLong("parked")).isZero();
  }

  @Test
  void prometheus_reads_the_same_sums() {
    // Given
    start();
    node.tell(shown);
    awaitsAllShown(shown);

    // When
    chat.awaits("the sums", () -> metrics().get("events_shown_total") == 3);

    // Then
    assertThat(metrics())
        .containsEntry("events_accepted_total", 3.0)
        .containsEntry("events_kept_total", 0.0)
        .containsEntry("events_parked", 0.0)
        .containsEntry("events_waiting", 0.0)
        .containsEntry("events_waiting_oldest_seconds", 0.0);
  }

  @Test
  void the_oldest_event_that_waits_grows_older() {
    // Given
    start();
    chat.fault("createForumTopic", 0, "status", "code", 400, "description", "Bad Request: no");

    // When
    node.tell(stuck);

    // Then
    chat.awaits("an old one", () -> node.get("/healthz").getLong("oldestWaitingSeconds") >= 2);
    assertThat(node.get("/healthz").getLong("waiting")).isEqualTo(2);
  }

  private Map<String, Double> metrics() {
    Map<String, Double> sums = new TreeMap<>();
    SUM.matcher(node.text("/metrics"))
        .results()
        .forEach(sum -> sums.put(sum.group(1), Double.valueOf(sum.group(2))));
    return sums;
  }
}
