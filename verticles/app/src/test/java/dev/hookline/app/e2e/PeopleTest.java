package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.e2e.Chat.Topic;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people do to topics and to the bot, and what the bot does then. */
class PeopleTest extends EndToEnd {

  private final Story story = Story.plain("s", 6);

  @Test
  void a_topic_that_a_person_closed_is_reopened() {
    // Given
    startedStory();

    // When
    person("topic/close", chat.livingTopics().get(0));
    tellTheRest();

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
    assertThat(chat.livingTopics().get(0).closed()).isFalse();
  }

  @Test
  void a_topic_that_is_closed_in_the_very_moment_of_a_message_is_reopened() {
    // Given
    startedStory();
    chat.fault("sendMessage", 1, "user_closes_topic");

    // When
    tellTheRest();

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_session_whose_topic_was_deleted_goes_on_in_a_new_one_that_says_so() {
    // Given
    startedStory();
    Topic old = chat.livingTopics().get(0);

    // When
    person("topic/delete", old);
    tellTheRest();

    // Then
    chat.awaits("the rest", () -> shows("⟦s-6⟧"));
    Topic next = chat.livingTopics().get(0);
    assertThat(chat.livingTopics()).hasSize(1);
    assertThat(next.thread()).isNotEqualTo(old.thread());
    List<String> texts = textsIn(next);
    assertThat(texts.get(0)).contains("was deleted");
    assertThat(texts.subList(1, texts.size()))
        .satisfiesExactly(
            text -> assertThat(text).contains("⟦s-4⟧"),
            text -> assertThat(text).contains("⟦s-5⟧"),
            text -> assertThat(text).contains("⟦s-6⟧"));
    oracle.makesOnlyProperCalls();
  }

  @Test
  void a_session_whose_topic_is_deleted_twice_in_a_row_falls_silent() {
    // Given
    startedStory();
    person("topic/delete", chat.livingTopics().get(0));
    node.tell(story.events().subList(3, 5));
    chat.awaits("the new topic", () -> shows("⟦s-5⟧"));

    // When
    person("topic/delete", chat.livingTopics().get(0));
    node.tell(story.events().subList(5, 6));
    chat.awaits("its last look", () -> chat.calls("reopenForumTopic").size() == 2);
    Story other = Story.plain("other", 5);
    node.tell(other);

    // Then
    awaitsAllShown(other);
    assertThat(chat.calls("createForumTopic")).hasSize(3);
    assertThat(shows("⟦s-6⟧")).isFalse();
  }

  @Test
  void nothing_stays_outside_of_the_topic_when_the_chat_has_none_any_more() {
    // Given
    startedStory();
    chat.fault("sendMessage", 1, "disable_forum");

    // When
    tellTheRest();
    chat.awaits("the message taken back", () -> !chat.calls("deleteMessage").isEmpty());

    // Then: it is not sent again while nobody has put that right
    chat.awaits("a look", () -> chat.calls("getChat").size() >= 3);
    assertThat(chat.calls("sendMessage").stream().filter(Chat.Call::committed)).hasSize(4);
    assertThat(chat.messages().stream().filter(m -> m.text().contains("⟦s-4⟧")))
        .allMatch(Shown::deleted);
  }

  @Test
  void everything_waits_while_the_bot_is_out_of_the_chat_and_comes_when_it_is_back() {
    // Given
    startedStory();
    member("kicked");

    // When
    tellTheRest();
    chat.awaits("a refusal", () -> chat.calls("sendMessage").size() == 4);
    member("administrator");

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void a_bot_that_may_not_manage_topics_waits_until_it_may() {
    // Given
    start();
    chat.fault("createForumTopic", 1, "remove_right", "right", "can_manage_topics");
    node.tell(story);
    chat.awaits("a refusal", () -> chat.calls("createForumTopic").size() == 1);

    // When
    chat.awaits("some looks", () -> chat.calls("getChatMember").size() >= 2);
    int asked = chat.calls("createForumTopic").size();
    member("administrator");

    // Then
    awaitsAllShown(story);
    assertThat(asked).isEqualTo(1);
    oracle.sees(story);
  }

  @Test
  void a_bot_that_may_not_delete_topics_does_everything_else() {
    // Given: two topics by one call, and the second must stay
    start();
    chat.person(
        "members",
        new JsonObject()
            .put("member", chat.bot())
            .put("status", "administrator")
            .put("rights", new JsonArray().add("can_manage_topics")));
    chat.fault("createForumTopic", 1, "duplicate_request");
    chat.fault(
        "deleteForumTopic",
        0,
        "status",
        "code",
        400,
        "description",
        "Bad Request: not enough rights to delete the topic");

    // When
    node.tell(story);

    // Then
    awaitsAllShown(story);
    chat.awaits("a deletion", () -> !chat.calls("deleteForumTopic").isEmpty());
    Story other = Story.plain("other", 5);
    node.tell(other);
    awaitsAllShown(other);
  }

  @Test
  void what_people_write_is_in_nobodys_way() {
    // Given
    startedStory();
    long thread = chat.livingTopics().get(0).thread();
    for (int i = 0; i < 10; i++) {
      chat.person("send", new JsonObject().put("thread", thread).put("text", "go on " + i));
    }
    chat.fault("sendMessage", 1, "commit_then_drop");

    // When
    tellTheRest();

    // Then
    awaitsAllShown(story);
    oracle.sees(story);
  }

  @Test
  void the_topic_of_an_ended_session_is_closed_and_opened_again_when_it_is_resumed() {
    // Given
    start();
    story.tell("session_end");
    node.tell(story);
    chat.awaits("it closed", () -> chat.topics().stream().anyMatch(Topic::closed));

    // When
    Story all = story;
    node.tell(List.of(all.tell("user_input"), all.tell("notification")));

    // Then
    awaitsAllShown(all);
    oracle.sees(all);
    assertThat(chat.livingTopics().get(0).closed()).isFalse();
  }

  private void startedStory() {
    start();
    chat.knob("topic_cache_seconds", 0);
    node.tell(story.events().subList(0, 3));
    chat.awaits("the beginning", () -> shows("⟦s-3⟧"));
  }

  private void tellTheRest() {
    node.tell(story.events().subList(3, 6));
  }

  private boolean shows(String mark) {
    return chat.messages().stream().anyMatch(message -> message.text().contains(mark));
  }

  private List<String> textsIn(Topic topic) {
    return chat.messages().stream()
        .filter(message -> message.thread() == topic.thread() && !message.text().isEmpty())
        .map(Shown::text)
        .toList();
  }

  private void person(String deed, Topic topic) {
    chat.person(deed, new JsonObject().put("thread", topic.thread()));
  }

  private void member(String status) {
    chat.person("members", new JsonObject().put("member", chat.bot()).put("status", status));
  }
}
