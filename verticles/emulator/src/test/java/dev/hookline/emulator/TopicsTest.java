package dev.hookline.emulator;

import static dev.hookline.emulator.Running.CHAT;
import static dev.hookline.emulator.Running.await;
import static dev.hookline.emulator.Running.in;
import static dev.hookline.emulator.Running.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the Bot API says and does about forum topics. */
class TopicsTest {

  private final Running running = new Running();

  @AfterEach
  void close() {
    running.close();
  }

  @Test
  void takes_the_root_messages_id_as_thread_id_and_counts_on_from_there() {
    int first = running.topic("one");
    int second = running.topic("two");

    assertThat(second).isEqualTo(first + 1);
    assertThat(running.message(first, "hello")).isEqualTo(second + 1);
  }

  @Test
  void tells_the_bot_of_the_topic_that_it_created_itself() {
    int thread = running.topic("fix it · k3f9");

    JsonObject message = onlyUpdate().getJsonObject("message");
    assertThat(message.getInteger("message_id")).isEqualTo(thread);
    assertThat(message.getInteger("message_thread_id")).isEqualTo(thread);
    assertThat(message.getJsonObject("from").getLong("id")).isEqualTo(1000001);
    assertThat(message.getJsonObject("forum_topic_created").getString("name"))
        .isEqualTo("fix it · k3f9");
  }

  @Test
  void tells_the_bot_nothing_of_its_own_ordinary_messages() {
    running.message(0, "hello");

    assertThat(updates()).isEmpty();
  }

  @Test
  void cleans_a_topics_name() {
    running.topic("  a\n b\u00a0  c ");
    running.topic("x".repeat(200));

    assertThat(await(running.control().topics(CHAT)))
        .extracting(TopicView::name)
        .containsExactly("General", "a b c", "x".repeat(128));
  }

  @Test
  void counts_a_names_length_in_code_points() {
    running.topic("😀".repeat(129));

    assertThat(await(running.control().topics(CHAT)).get(1).name()).isEqualTo("😀".repeat(128));
  }

  @Test
  void refuses_a_name_in_which_nothing_is_seen() {
    assertThat(running.refusal("createForumTopic", in(CHAT).put("name", " \u200b ")))
        .isEqualTo("Bad Request: name must be non-empty");
  }

  @Test
  void asks_for_the_chat_before_the_forum_before_the_right_before_the_name() {
    JsonObject nameless = new JsonObject().put("name", "");
    await(
        running
            .control()
            .found(
                "chats",
                new JsonObject()
                    .put("id", -1009L)
                    .put("title", "no forum")
                    .put("bot", 1000001)
                    .put("owner", 7001)));

    assertThat(running.refusal("createForumTopic", nameless))
        .isEqualTo("Bad Request: chat_id is empty");
    assertThat(running.refusal("createForumTopic", nameless.copy().put("chat_id", -5)))
        .isEqualTo("Bad Request: chat not found");
    assertThat(running.refusal("createForumTopic", nameless.copy().put("chat_id", -1009)))
        .isEqualTo("Bad Request: the chat is not a forum");
    demote();
    assertThat(running.refusal("createForumTopic", in(CHAT).put("name", "")))
        .isEqualTo("Bad Request: not enough rights to create a topic");
  }

  @Test
  void allocates_nothing_for_what_it_refuses() {
    running.refusal("createForumTopic", in(CHAT).put("name", ""));
    running.refusal("sendMessage", in(CHAT).put("text", " "));

    assertThat(running.topic("first")).isEqualTo(2);
  }

  @Test
  void tells_who_repeats_himself_that_nothing_was_modified() {
    int thread = running.topic("name");

    assertThat(running.refusal("reopenForumTopic", to(thread)))
        .isEqualTo("Bad Request: TOPIC_NOT_MODIFIED");
    running.ok("closeForumTopic", to(thread));
    assertThat(running.refusal("closeForumTopic", to(thread)))
        .isEqualTo("Bad Request: TOPIC_NOT_MODIFIED");
    assertThat(running.refusal("editForumTopic", to(thread).put("name", " name ")))
        .isEqualTo("Bad Request: TOPIC_NOT_MODIFIED");
  }

  @Test
  void knows_no_topic_with_an_invented_id() {
    assertThat(running.refusal("closeForumTopic", to(99)))
        .isEqualTo("Bad Request: TOPIC_ID_INVALID");
    assertThat(running.refusal("deleteForumTopic", to(99)))
        .isEqualTo("Bad Request: TOPIC_ID_INVALID");
    assertThat(running.refusal("editForumTopic", in(CHAT)))
        .isEqualTo("Bad Request: invalid forum topic identifier specified");
  }

  @Test
  void leaves_a_service_message_and_an_update_for_each_change() {
    int thread = running.topic("before");
    running.ok("editForumTopic", to(thread).put("name", "after"));
    running.ok("closeForumTopic", to(thread));
    running.ok("reopenForumTopic", to(thread));

    assertThat(updates().stream().map(one -> one.getJsonObject("message").fieldNames()))
        .satisfiesExactly(
            created -> assertThat(created).contains("forum_topic_created"),
            edited -> assertThat(edited).contains("forum_topic_edited"),
            closed -> assertThat(closed).contains("forum_topic_closed"),
            reopened -> assertThat(reopened).contains("forum_topic_reopened"));
  }

  @Test
  void tells_nobody_of_a_deletion() {
    int thread = running.topic("gone soon");
    running.message(thread, "hello");
    updates();

    running.ok("deleteForumTopic", to(thread));

    assertThat(updates()).hasSize(1); // the creation, which was not confirmed
    assertThat(await(running.control().messages(CHAT, thread)))
        .allMatch(entry -> entry.getBoolean("deleted"));
  }

  @Test
  void lets_a_bot_without_rights_delete_a_small_topic_of_its_own_only() {
    int own = running.topic("own");
    int shared = running.topic("shared");
    await(running.control().send(CHAT, shared, "I was here"));
    demote();

    assertThat(running.refusal("deleteForumTopic", to(shared)))
        .isEqualTo("Bad Request: not enough rights to delete the topic");
    running.ok("deleteForumTopic", to(own));
  }

  @Test
  void hides_general_and_closes_it_with_that() {
    running.ok("hideGeneralForumTopic", in(CHAT));

    assertThat(await(running.control().topics(CHAT)).get(0).closed()).isTrue();
    assertThat(running.refusal("hideGeneralForumTopic", in(CHAT)))
        .isEqualTo("Bad Request: TOPIC_NOT_MODIFIED");
  }

  private void demote() {
    await(
        running
            .control()
            .act(
                "members",
                CHAT,
                new JsonObject()
                    .put("member", 1000001)
                    .put("status", "administrator")
                    .put("rights", new JsonArray())));
  }

  private List<JsonObject> updates() {
    return running.ok("getUpdates", new JsonObject()).getJsonArray("result").stream()
        .map(JsonObject.class::cast)
        .toList();
  }

  private JsonObject onlyUpdate() {
    List<JsonObject> updates = updates();
    assertThat(updates).hasSize(1);
    return updates.get(0);
  }
}
