package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.bench.FreePort;
import dev.hookline.app.runtime.Outcome;
import dev.hookline.app.runtime.Outcome.What;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Nothing that was acknowledged is lost, however often verticles are replaced under load. */
@Tag("process") // for its length
class RedeployTest extends EndToEnd {

  private static final int CHANGES = 1_000;
  private static final int SENDERS = 3;
  private static final Duration GAP = Duration.ofMillis(25);

  private final int port = FreePort.find();
  private final Map<String, Object> now =
      new TreeMap<>(Map.of("ingest.port", port, "ingest.instances", 2));

  @Test
  void nothing_acknowledged_is_lost_in_a_thousand_changes_under_load() throws InterruptedException {
    // Given
    start("ingest.port", port, "ingest.instances", 2);
    Http events = new Http("http://127.0.0.1:" + port);
    Map<What, Integer> done = new HashMap<>();

    // When
    Story[] stories;
    try (Load load = new Load(events, node.token(), SENDERS, GAP)) {
      for (int i = 0; i < CHANGES; i++) {
        change(i).forEach(outcome -> done.merge(outcome.what(), 1, Integer::sum));
      }
      stories = load.end();
    }

    // Then
    assertThat(done.keySet()).containsExactlyInAnyOrder(What.REPLACED, What.UNTOUCHED);
    assertThat(done.get(What.REPLACED)).isEqualTo(CHANGES);
    for (Story story : stories) { // each in its time: a slow machine has a queue by now
      awaitsAllShown(story);
    }
    oracle.sees(stories);
  }

  // Most often ingest, where events can get lost; also who passes them on, and who may be only one.
  private List<Outcome> change(int i) {
    switch (i % 10) {
      case 0 -> now.put("telegram.recheckMillis", 301 + i);
      case 3, 6, 9 -> now.put("topic.retryDelayMillis", 101 + i);
      case 5 -> now.put("ingest.instances", 1 + i / 10 % 2);
      default -> now.put("ingest.maxConnections", 1_001 + i);
    }
    Object[] changed =
        now.entrySet().stream().flatMap(it -> Stream.of(it.getKey(), it.getValue())).toArray();
    return node.change(chat, changed);
  }
}
