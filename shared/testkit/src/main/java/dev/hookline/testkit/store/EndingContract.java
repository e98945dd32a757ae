package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import dev.hookline.store.ChatLease;
import dev.hookline.store.NewEvent;
import dev.hookline.store.OutboxEntry;
import dev.hookline.store.Release;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What must hold for what a session's end tells of the session. */
public abstract class EndingContract extends StoreContract {

  private static final JsonObject NOTHING = new JsonObject();

  private int events;

  protected EndingContract(StoreBackend backend) {
    super(backend);
  }

  @Test
  void tells_how_long_it_took_and_what_happened() {
    happen(EventType.SESSION_START, NOTHING, 0);
    happen(EventType.USER_INPUT, NOTHING, 1);
    happen(EventType.TOOL_START, NOTHING, 2);
    happen(EventType.TOOL_START, NOTHING, 2);
    happen(EventType.TOOL_ERROR, NOTHING, 3);
    happen(EventType.ERROR, NOTHING, 3);
    happen(EventType.SUBAGENT_START, NOTHING, 3);
    happen(EventType.SESSION_END, NOTHING, 9);

    JsonObject end = end();
    assertThat(end.getLong(MetadataKeys.DURATION_MILLIS)).isEqualTo(9_000);
    assertThat(end.getJsonObject(MetadataKeys.COUNTS).encode())
        .isEqualTo("{\"prompts\":1,\"tools\":2,\"subagents\":1,\"errors\":2}");
  }

  @Test
  void begins_where_the_session_was_resumed() {
    happen(EventType.SESSION_START, NOTHING, 0);
    happen(EventType.USER_INPUT, NOTHING, 1);
    happen(EventType.SESSION_END, NOTHING, 2);
    happen(EventType.SESSION_START, new JsonObject().put(MetadataKeys.TRIGGER, "resume"), 3_600);
    happen(EventType.TOOL_START, NOTHING, 3_601);
    happen(EventType.SESSION_END, NOTHING, 3_605);

    JsonObject end = end();
    assertThat(end.getLong(MetadataKeys.DURATION_MILLIS)).isEqualTo(5_000);
    assertThat(end.getJsonObject(MetadataKeys.COUNTS).encode()).isEqualTo("{\"tools\":1}");
  }

  @Test
  void goes_on_through_a_compaction() {
    happen(EventType.SESSION_START, NOTHING, 0);
    happen(EventType.USER_INPUT, NOTHING, 1);
    happen(EventType.SESSION_START, new JsonObject().put(MetadataKeys.TRIGGER, "compact"), 100);
    happen(EventType.SESSION_END, NOTHING, 120);

    JsonObject end = end();
    assertThat(end.getLong(MetadataKeys.DURATION_MILLIS)).isEqualTo(120_000);
    assertThat(end.getJsonObject(MetadataKeys.COUNTS).encode()).isEqualTo("{\"prompts\":1}");
  }

  @Test
  void keeps_what_the_agent_says_itself() {
    happen(EventType.SESSION_START, NOTHING, 0);
    happen(
        EventType.SESSION_END,
        new JsonObject().put(MetadataKeys.DURATION_MILLIS, 7).put(MetadataKeys.COUNTS, NOTHING),
        9);

    JsonObject end = end();
    assertThat(end.getLong(MetadataKeys.DURATION_MILLIS)).isEqualTo(7);
    assertThat(end.getJsonObject(MetadataKeys.COUNTS)).isEmpty();
  }

  @Test
  void tells_no_duration_when_nobody_saw_the_beginning() {
    happen(EventType.SESSION_END, NOTHING, 9);

    JsonObject end = end();
    assertThat(end.containsKey(MetadataKeys.DURATION_MILLIS)).isFalse();
  }

  private void happen(EventType type, JsonObject metadata, int seconds) {
    HookEvent event =
        new HookEvent(
            "source",
            "e-" + ++events,
            type,
            ONE,
            NOW.plus(Duration.ofSeconds(seconds)),
            "",
            metadata,
            null);
    accept(NewEvent.of(event, CHAT, NOW));
    release(ONE, events, Release.event(false, fresh(ONE)));
  }

  // The last event, as it is read to be shown.
  private JsonObject end() {
    if (topic(ONE).thread() == 0) {
      bind(ONE, 10);
    }
    ChatLease lease = take();
    OutboxEntry first = next(lease).orElseThrow();
    List<OutboxEntry> behind = result(store.outbox().behind(lease, first, 100));
    OutboxEntry last = behind.isEmpty() ? first : behind.get(behind.size() - 1);
    return last.events().get(0).metadata();
  }
}
