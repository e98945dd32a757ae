package dev.hookline.session;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall.Kind;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionTopic.State;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MissingTopicsTest {

  private static final TopicAnswer NOT_FOUND =
      TopicAnswer.refused(400, "Bad Request: message thread not found", 0);
  private static final TopicAnswer INVALID =
      TopicAnswer.refused(400, "Bad Request: TOPIC_ID_INVALID", 0);

  @TempDir Path directory;

  private Room room;
  private MissingTopics missing;

  @BeforeEach
  void open() {
    room = new Room(directory);
    missing = new MissingTopics(room.store.topics(), room.calls, Room.OPTIONS, room.clock);
    room.lane.when(Kind.PROBE, NOT_FOUND).when(Kind.REOPEN, INVALID);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void believes_nothing_while_telegram_may_remember_an_older_state() {
    // Given
    SessionTopic topic = doubted("a");
    room.after(Room.OPTIONS.cacheTime().minusMillis(1));

    // When
    result(missing.verify(topic));

    // Then
    assertThat(room.lane.asked()).isEmpty();
  }

  @Test
  void gives_the_session_a_new_topic_when_three_questions_say_that_the_old_one_is_gone() {
    // Given
    SessionTopic topic = due("a");

    // When
    result(missing.verify(topic));

    // Then
    assertThat(room.lane.asked()).containsExactly("PROBE 7", "CHECK_CHAT", "REOPEN 7");
    assertThat(room.topic().state()).isEqualTo(State.NEEDED);
    assertThat(room.topic().generation()).isEqualTo(2);
  }

  @Test
  void keeps_a_topic_that_lives_after_all() {
    // Given
    SessionTopic topic = due("a");
    room.lane.when(Kind.PROBE, TopicAnswer.done(0));

    // When
    result(missing.verify(topic));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.BOUND);
    assertThat(room.topic().generation()).isEqualTo(1);
  }

  @Test
  void gives_up_no_topic_while_the_chat_is_no_forum() {
    // Given
    SessionTopic topic = due("a");
    room.lane.when(Kind.CHECK_CHAT, TopicAnswer.refused(400, "the chat is not a forum", 0));

    // When
    result(missing.verify(topic));
    result(missing.verify(topic));

    // Then
    assertThat(room.lane.asked()).containsExactly("PROBE 7", "CHECK_CHAT");
    assertThat(room.topic().state()).isEqualTo(State.DOUBTED);
  }

  @Test
  void keeps_a_topic_that_can_be_reopened() {
    // Given
    SessionTopic topic = due("a");
    room.lane.when(Kind.REOPEN, TopicAnswer.done(0));

    // When
    result(missing.verify(topic));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.BOUND);
  }

  @Test
  void learns_nothing_when_telegram_cannot_be_asked() {
    // Given
    SessionTopic topic = due("a");
    room.lane.when(Kind.PROBE, TopicAnswer.unknown("no answer"));

    // When
    result(missing.verify(topic));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.DOUBTED);
  }

  @Test
  void mutes_a_session_whose_topic_is_deleted_twice_in_ten_minutes() {
    // Given
    result(missing.verify(due("a")));
    bind("b", 8);

    // When
    result(missing.verify(due(null)));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.MUTED);
  }

  private SessionTopic due(String attempt) {
    SessionTopic topic = doubted(attempt);
    room.after(Room.OPTIONS.cacheTime().plus(Duration.ofMillis(1)));
    return topic;
  }

  private SessionTopic doubted(String attempt) {
    if (attempt != null) {
      room.session();
      bind(attempt, 7);
    }
    SessionTopic topic = room.topic();
    result(room.store.topics().missing(topic.session(), topic.generation(), room.clock.instant()));
    return room.topic();
  }

  private void bind(String attempt, long thread) {
    String marker = Room.marker(attempt);
    result(
        room.store
            .topics()
            .open(room.topic(), attempt, marker, Room.name(attempt), room.clock.instant()));
    result(room.store.topics().bind(attempt, thread, room.clock.instant()));
  }
}
