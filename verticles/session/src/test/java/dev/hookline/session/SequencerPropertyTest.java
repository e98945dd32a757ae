package dev.hookline.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must hold for any session, whatever the network does; the failing seed is in the name. */
class SequencerPropertyTest {

  static LongStream seeds() {
    return LongStream.range(0, 300);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void places_every_event_exactly_once_and_never_waits_for_ever(long seed) {
    Line line = new Line();
    List<HookEvent> sent = session(new Random(seed), seed % 2 == 0);

    deliver(line, shuffled(sent, new Random(seed), 8), new Random(seed));
    line.after(Duration.ofMinutes(1));

    assertThat(line.left()).isZero();
    assertThat(line.waits()).isFalse();
    assertThat(line.placed()).containsExactlyInAnyOrderElementsOf(sent);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void never_places_a_result_before_its_start(long seed) {
    Line line = new Line();
    List<HookEvent> sent = session(new Random(seed), false);

    deliver(line, shuffled(sent, new Random(seed), 8), new Random(seed));
    line.after(Duration.ofMinutes(1));

    Set<String> started = new HashSet<>();
    for (HookEvent event : line.placed()) {
      if (event.type() == EventType.TOOL_START) {
        started.add(event.toolUseId());
      } else if (event.toolUseId() != null) {
        assertThat(started).contains(event.toolUseId());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void restores_the_order_of_numbers_however_they_arrive(long seed) {
    Line line = new Line();
    List<HookEvent> sent = session(new Random(seed), true);

    deliver(line, shuffled(sent, new Random(seed), 30), new Random(seed));
    line.after(Duration.ofMinutes(1));

    assertThat(line.placed()).containsExactlyElementsOf(sent);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void keeps_the_numbers_that_came_in_order_when_some_are_lost(long seed) {
    Line line = new Line();
    Random random = new Random(seed);
    List<HookEvent> arriving = new ArrayList<>(session(random, true));
    arriving.removeIf(event -> random.nextInt(5) == 0);

    deliver(line, shuffled(arriving, random, 10), random);
    line.after(Duration.ofMinutes(1));

    assertThat(line.placed()).containsExactlyElementsOf(arriving);
  }

  /** Tools in parallel, each started before it ends, with talk between. */
  private static List<HookEvent> session(Random random, boolean numbered) {
    List<HookEvent> events = new ArrayList<>();
    List<String> running = new ArrayList<>();
    int length = 5 + random.nextInt(60);
    for (int i = 0; i < length; i++) {
      Long number = numbered ? (long) i : null;
      int what = random.nextInt(3);
      if (what == 0) {
        running.add("tool-" + i);
        events.add(event(EventType.TOOL_START, i, number, "tool-" + i));
      } else if (what == 1 && !running.isEmpty()) {
        String id = running.remove(random.nextInt(running.size()));
        events.add(event(EventType.TOOL_RESULT, i, number, id));
      } else {
        events.add(Line.numbered(EventType.NOTIFICATION, "n" + i, number));
      }
    }
    return events;
  }

  private static HookEvent event(EventType type, int i, Long number, String toolUseId) {
    return Line.numbered(type, "t" + i, number).with(MetadataKeys.TOOL_USE_ID, toolUseId);
  }

  /** Each event is overtaken by at most {@code reach} others. */
  private static List<HookEvent> shuffled(List<HookEvent> events, Random random, int reach) {
    Map<String, Integer> place = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      place.put(events.get(i).id(), i + random.nextInt(reach));
    }
    return events.stream().sorted(Comparator.comparing(event -> place.get(event.id()))).toList();
  }

  private static void deliver(Line line, List<HookEvent> events, Random random) {
    for (HookEvent event : events) {
      line.arrives(event).after(Duration.ofMillis(random.nextInt(5)));
    }
  }
}
