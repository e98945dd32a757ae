package dev.hookline.session;

import static dev.hookline.session.Room.CHAT;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall.Kind;
import dev.hookline.messages.UpdatesRead;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.TopicAttempt;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicResolverTest {

  private static final TopicAnswer NO_TOPIC =
      TopicAnswer.refused(400, "Bad Request: message thread not found", 0);

  @TempDir Path directory;

  private Room room;
  private TopicResolver resolver;

  @BeforeEach
  void open() {
    room = new Room(directory);
    resolver = new TopicResolver(room.store.topics(), room.calls, Room.OPTIONS, room.clock);
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void asks_nothing_while_the_creation_may_still_take_effect() {
    // Given
    TopicAttempt attempt = room.ambiguous("a");
    room.after(Room.OPTIONS.settle().minusMillis(1));

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.lane.asked()).isEmpty();
    assertThat(room.unsettled()).hasSize(1);
  }

  @Test
  void takes_a_topic_for_absent_after_the_barrier_and_the_updates_behind_it() {
    // Given
    TopicAttempt attempt = settled();

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.lane.asked()).containsExactly("BARRIER", Lane.READ);
    assertThat(room.unsettled()).isEmpty();
    assertThat(result(room.store.topics().needing(room.clock.instant(), 10))).hasSize(1);
  }

  @Test
  void does_not_take_a_topic_for_absent_whose_creation_is_among_those_updates() {
    // Given
    TopicAttempt attempt = settled();
    room.lane.whenReading(
        () ->
            room.store
                .topics()
                .sighted(CHAT, 11, Room.name("a"), room.clock.instant())
                .map(new UpdatesRead()));

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.topic().state()).isEqualTo(SessionTopic.State.BOUND);
    assertThat(room.topic().thread()).isEqualTo(11);
  }

  @Test
  void learns_nothing_from_a_barrier_that_was_not_passed() {
    // Given
    TopicAttempt attempt = settled();
    room.lane.when(Kind.BARRIER, TopicAnswer.refused(403, "Forbidden: bot was kicked", 0));

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.lane.asked()).containsExactly("BARRIER");
    assertThat(room.unsettled()).hasSize(1);
  }

  @Test
  void learns_nothing_when_the_updates_cannot_be_read() {
    // Given
    TopicAttempt attempt = settled();
    room.lane.whenReading(() -> Future.failedFuture("somebody else reads them"));

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.unsettled()).hasSize(1);
  }

  @Test
  void asks_in_vain_more_and_more_seldom() {
    // Given
    TopicAttempt attempt = settled();
    room.lane.when(Kind.BARRIER, TopicAnswer.notSent("no"));

    // When: the sweep of ten minutes
    for (int second = 0; second < 600; second++) {
      result(resolver.resolve(attempt));
      room.after(Duration.ofSeconds(1));
    }

    // Then: after 2, 4, … 256 and 300 s
    assertThat(room.lane.asked()).hasSize(9);
  }

  @Test
  void asks_for_the_ids_that_nobody_accounts_for_and_for_none_that_is_not_used_yet() {
    // Given
    TopicAttempt attempt = settled();
    room.known(12);
    room.known(14);
    room.lane.when(Kind.PROBE, NO_TOPIC);

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.lane.asked()).containsExactly("BARRIER", Lane.READ, "PROBE 11", "PROBE 13");
    assertThat(room.unsettled()).isEmpty();
  }

  @Test
  void adopts_the_living_topic_that_nobody_accounts_for() {
    // Given
    TopicAttempt attempt = settled();
    room.known(12);

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.topic().thread()).isEqualTo(11);
    assertThat(room.topic().state()).isEqualTo(SessionTopic.State.BOUND);
  }

  @Test
  void learns_nothing_from_a_probe_that_was_put_off() {
    // Given
    TopicAttempt attempt = settled();
    room.known(12);
    room.lane.when(Kind.PROBE, TopicAnswer.notSent("Telegram asks for silence"));

    // When
    result(resolver.resolve(attempt));

    // Then
    assertThat(room.unsettled()).hasSize(1);
  }

  @Test
  void doubts_an_attempt_that_its_node_forgot() {
    // Given
    room.session();
    result(
        room.store
            .topics()
            .open(room.topic(), "a", Room.marker("a"), Room.name("a"), room.clock.instant()));
    room.after(Duration.ofMinutes(2));

    // When
    result(resolver.resolve(room.unsettled().get(0)));

    // Then
    assertThat(room.unsettled().get(0).state()).isEqualTo(TopicAttempt.State.AMBIGUOUS);
  }

  @Test
  void deletes_a_second_topic() {
    // When
    result(resolver.resolve(orphan()));

    // Then
    assertThat(room.lane.asked()).containsExactly("DELETE 20");
    assertThat(room.unsettled()).isEmpty();
  }

  @Test
  void is_content_when_the_second_topic_is_gone_already() {
    // Given
    room.lane.when(Kind.DELETE, TopicAnswer.refused(400, "Bad Request: TOPIC_ID_INVALID", 0));

    // When
    result(resolver.resolve(orphan()));

    // Then
    assertThat(room.unsettled()).isEmpty();
  }

  @Test
  void tries_again_later_when_the_second_topic_cannot_be_deleted() {
    // Given
    TopicAttempt orphan = orphan();
    room.lane.when(Kind.DELETE, TopicAnswer.refused(400, "Bad Request: not enough rights", 0));

    // When
    result(resolver.resolve(orphan));
    result(resolver.resolve(orphan));

    // Then
    assertThat(room.lane.asked()).containsExactly("DELETE 20");
    assertThat(room.unsettled()).hasSize(1);
  }

  private TopicAttempt settled() {
    TopicAttempt attempt = room.ambiguous("a");
    room.after(Room.OPTIONS.settle());
    return attempt;
  }

  private TopicAttempt orphan() {
    room.ambiguous("a");
    result(room.store.topics().bind("a", 15, room.clock.instant()));
    result(room.store.topics().sighted(CHAT, 20, Room.name("a"), room.clock.instant()));
    return room.unsettled().get(0);
  }
}
