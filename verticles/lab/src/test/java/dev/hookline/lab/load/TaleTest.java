package dev.hookline.lab.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TaleTest {

  @Test
  void numbers_its_events_without_a_hole_and_ends_the_session_with_the_last() {
    List<JsonObject> events = all(new Tale("s1", 4, 100));

    assertThat(events)
        .extracting(event -> event.getInteger("sequence"))
        .containsExactly(1, 2, 3, 4);
    assertThat(events)
        .extracting(event -> event.getString("type"))
        .containsExactly("notification", "notification", "notification", "session_end");
  }

  @Test
  void puts_a_mark_of_its_own_into_each_event() {
    List<JsonObject> events = all(new Tale("s1", 2, 100));

    assertThat(events).extracting(event -> event.getString("id")).containsExactly("s1-1", "s1-2");
    assertThat(events.get(1).getString("content")).startsWith("⟦s1-2⟧");
  }

  @Test
  void shows_the_first_the_last_and_its_share_of_the_rest() {
    Tale tale = new Tale("s1", 40, 25);
    long shown = 0;
    while (!tale.isOver()) {
      shown += tale.next().told().isForChat() ? 1 : 0;
    }

    assertThat(shown).isEqualTo(11); // ten of forty, and the first
  }

  @Test
  void does_not_end_a_session_that_has_one_event_only() {
    assertThat(all(new Tale("s1", 1, 100)).get(0).getString("type")).isEqualTo("notification");
  }

  private static List<JsonObject> all(Tale tale) {
    List<JsonObject> events = new ArrayList<>();
    while (!tale.isOver()) {
      events.add(new JsonObject(tale.next().body()));
    }
    return events;
  }
}
