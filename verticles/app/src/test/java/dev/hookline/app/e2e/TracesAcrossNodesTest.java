package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.e2e.Collector.Seen;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The way of an event that comes in at one node and is shown by another. */
@Tag("process")
@Timeout(300)
class TracesAcrossNodesTest {

  @TempDir Path directory;

  @Test
  void is_one_trace_and_each_node_tells_its_part() {
    try (Chat chat = Chat.open();
        Collector collector = Collector.open();
        ChildCluster cluster =
            new ChildCluster(
                directory, chat, 2, "telemetry.traces.endpoint", collector.endpoint())) {
      cluster.tell(0, Story.plain("first", 1).events().get(0).encode());
      cluster.tell(1, Story.plain("second", 1).events().get(0).encode());

      collector.awaits(2, span -> span.name().equals("telegram sendMessage"));
      List<Seen> hooks = collector.awaits(2, span -> span.name().equals("hook"));
      List<Seen> calls = collector.spans("telegram sendMessage");

      assertThat(hooks).extracting(Seen::node).doesNotHaveDuplicates();
      assertThat(calls).extracting(Seen::node).containsOnly(calls.get(0).node());
      for (Seen call : calls) {
        List<Seen> way = collector.awaits(5, span -> span.trace().equals(call.trace()));
        assertThat(way)
            .extracting(Seen::name)
            .containsExactlyInAnyOrder("hook", "commit", "place", "outbox", "telegram sendMessage");
        Seen outbox = named(way, "outbox");
        Seen place = named(way, "place");
        assertThat(call.parent()).isEqualTo(outbox.id());
        assertThat(outbox.parent()).isEqualTo(place.id());
        assertThat(place.parent()).isEqualTo(named(way, "hook").id());
      }
    }
  }

  private static Seen named(List<Seen> way, String name) {
    return way.stream().filter(span -> span.name().equals(name)).findFirst().orElseThrow();
  }
}
