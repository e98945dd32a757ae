package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Telegram's limits over minutes, and a backlog that is larger than the memory. */
@Tag("process")
class LimitsTest {

  private static final int BUDGET = 18;
  private static final int EVENTS = 30;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @TempDir Path directory;

  @Test
  @Timeout(400)
  void a_busy_chat_never_gets_more_than_its_budget_not_even_across_a_restart() {
    try (Chat chat = Chat.open()) {
      // Given: Telegram as it is, and a node as users have it
      chat.knob("flood", true);
      Object[] usual = {"telegram.budgetPerMinute", BUDGET, "telegram.minGapMillis", 1_100};
      Story one = large("one");
      Story two = large("two");
      Oracle oracle = new Oracle(chat);
      RunningNode first = RunningNode.start(directory, chat, usual);

      // When
      first.tell(one);
      first.tell(two);
      chat.awaits("a part of it", () -> chat.calls("sendMessage").size() > 8);
      first.die();
      RunningNode second = RunningNode.start(directory, chat, usual);

      // Then
      chat.awaits(PATIENCE, "everything shown", () -> oracle.shows(one, two));
      second.stop();
      oracle.sees(1, one, two);
      oracle.staysWithin(BUDGET);
      assertThat(chat.calls()).noneMatch(call -> call.status() == 429);
    }
  }

  @Test
  @Timeout(400)
  void a_backlog_larger_than_the_memory_waits_in_the_store() throws Exception {
    try (Chat chat = Chat.open();
        ChildNode node = new ChildNode(directory, chat, "order.gapWaitMillis", 600_000)) {
      // Given: a heap of 128 MB, and a first number that is missing
      node.start();
      Story story = new Story("s");
      for (int i = 1; i <= 400; i++) {
        JsonObject event = story.tell("notification").put("sequence", i);
        event.put("content", event.getString("content") + " " + "x".repeat(400_000));
      }

      // When: 160 MB
      for (JsonObject event : story.events().subList(1, 400)) {
        assertThat(post(node, event).statusCode()).isEqualTo(200);
      }

      // Then
      assertThat(chat.messages()).noneMatch(message -> message.text().contains("⟦"));
      assertThat(post(node, story.events().get(0)).statusCode()).isEqualTo(200);
      chat.awaits("the first ones", () -> shown(chat, story).size() > 20);
      List<String> shown = shown(chat, story);
      assertThat(shown).isEqualTo(story.marks().subList(0, shown.size()));
    }
  }

  private static List<String> shown(Chat chat, Story story) {
    return new Oracle(chat).firstShowings(chat.messages(), story);
  }

  // No two of its events have room on one message.
  private static Story large(String session) {
    Story story = Story.numbered(session, EVENTS / 2);
    String words = " word".repeat(500);
    story.events().forEach(event -> event.put("content", event.getString("content") + words));
    return story;
  }

  private static HttpResponse<String> post(ChildNode node, JsonObject event) throws IOException {
    return node.events().post("/v1/events", node.token(), event.encode());
  }
}
