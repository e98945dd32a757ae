package dev.hookline.session;

import static dev.hookline.session.Room.SESSION;
import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.ServedChats;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicCall.Kind;
import dev.hookline.store.SessionTopic.State;
import dev.hookline.store.TopicAttempt;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TopicClaimsTest {

  private static final long THREAD = 7;

  @TempDir Path directory;

  private Room room;

  @BeforeEach
  void open() {
    room = new Room(directory);
    room.lane.when(Kind.CREATE, TopicAnswer.done(THREAD));
    room.session();
  }

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void creates_a_topic_for_a_session_that_needs_one() {
    // When
    result(claims(new AlwaysGranted()).ensure(SESSION));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.BOUND);
    assertThat(room.topic().thread()).isEqualTo(THREAD);
  }

  @Test
  void leaves_a_topic_to_the_node_that_serves_its_chat() {
    // Given
    ServedChats.of(room.vertx).end(Room.CHAT);

    // When
    result(claims(new AlwaysGranted()).ensure(SESSION));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.NEEDED);
    assertThat(room.lane.asked()).isEmpty();
  }

  @Test
  void creates_one_topic_for_all_who_ask_at_once() {
    // Given
    TopicClaims claims = claims(new AlwaysGranted());

    // When
    Future.all(claims.ensure(SESSION), claims.ensure(SESSION), claims.ensure(SESSION));
    result(claims.ensure(SESSION));

    // Then
    assertThat(room.lane.asked()).containsExactly("CREATE");
  }

  @Test
  void lets_the_row_decide_between_nodes_whose_locks_are_granted_to_everybody() {
    // Given
    TopicClaims one = claims(new AlwaysGranted());
    TopicClaims other = claims(new AlwaysGranted());

    // When
    result(Future.all(one.ensure(SESSION), other.ensure(SESSION)));

    // Then
    assertThat(room.lane.asked().stream().filter("CREATE"::equals)).hasSize(1);
    assertThat(room.topic().thread()).isEqualTo(THREAD);
  }

  @Test
  void does_not_even_ask_for_a_turn_while_another_node_is_at_it() {
    // Given
    Coordination busy = new Busy(false, true);

    // When
    result(claims(busy).ensure(SESSION));

    // Then
    assertThat(room.lane.asked()).isEmpty();
  }

  @Test
  void gives_the_turn_back_when_another_node_has_the_lock() {
    // Given
    Coordination busy = new Busy(true, false);

    // When
    result(claims(busy).ensure(SESSION));

    // Then
    assertThat(room.lane.asked()).containsExactly("FORGO");
  }

  @Test
  void leaves_an_unknown_outcome_to_the_resolver() {
    // Given
    TopicClaims claims = claims(new AlwaysGranted());
    room.lane.when(Kind.CREATE, TopicAnswer.unknown("reset"));

    // When
    result(claims.ensure(SESSION));
    result(claims.ensure(SESSION));

    // Then
    assertThat(room.lane.asked().stream().filter("CREATE"::equals)).hasSize(1);
    assertThat(room.unsettled())
        .singleElement()
        .extracting(TopicAttempt::state)
        .isEqualTo(TopicAttempt.State.AMBIGUOUS);
  }

  @Test
  void marks_a_topic_as_second_when_its_attempt_was_closed_meanwhile() {
    // Given
    room.lane.when(Kind.CREATE, this::closedMeanwhile);

    // When
    result(claims(new AlwaysGranted()).ensure(SESSION));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.NEEDED);
    assertThat(room.unsettled())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.state()).isEqualTo(TopicAttempt.State.ORPHAN);
              assertThat(attempt.thread()).isEqualTo(THREAD);
            });
  }

  @Test
  void waits_as_long_as_telegram_asks() {
    // Given
    TopicClaims claims = claims(new AlwaysGranted());
    room.lane.when(Kind.CREATE, TopicAnswer.refused(429, "Too Many Requests", 60_000));
    result(claims.ensure(SESSION));
    room.lane.when(Kind.CREATE, TopicAnswer.done(THREAD));

    // When
    room.after(Duration.ofMillis(59_999));
    result(claims.ensure(SESSION));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.NEEDED);

    // When
    room.after(Duration.ofMillis(1));
    result(claims.ensure(SESSION));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.BOUND);
  }

  @Test
  void does_not_ask_for_ever_at_the_same_pace_for_what_telegram_refuses() {
    // Given
    TopicClaims claims = claims(new AlwaysGranted());
    room.lane.when(Kind.CREATE, TopicAnswer.refused(400, "Bad Request: no", 0));

    // When: the sweep of half an hour
    for (int second = 0; second < 1_800; second++) {
      result(claims.ensure(SESSION));
      room.after(Duration.ofSeconds(1));
    }

    // Then: 10 s, 10 s, 10 s, 16 s, 32 s, … 300 s apart
    assertThat(room.lane.asked()).hasSizeBetween(10, 15);
  }

  @Test
  void tries_again_soon_when_the_call_was_not_made() {
    // Given
    TopicClaims claims = claims(new AlwaysGranted());
    room.lane.when(Kind.CREATE, TopicAnswer.notSent("the slot has run out"));
    result(claims.ensure(SESSION));
    room.lane.when(Kind.CREATE, TopicAnswer.done(THREAD));

    // When
    room.after(Duration.ofSeconds(1));
    result(claims.ensure(SESSION));

    // Then
    assertThat(room.topic().state()).isEqualTo(State.BOUND);
  }

  private Future<TopicAnswer> closedMeanwhile(TopicCall call) {
    return room.store
        .topics()
        .unsettled(room.clock.instant().plusMillis(1), 1)
        .compose(
            open ->
                room.store
                    .topics()
                    .fail(open.get(0).id(), "by another node's resolver", room.clock.instant()))
        .map(TopicAnswer.done(THREAD));
  }

  private TopicClaims claims(Coordination coordination) {
    TopicCreation creation =
        new TopicCreation(
            room.vertx,
            room.store.topics(),
            room.calls,
            Room.OPTIONS,
            room.clock,
            () -> UUID.randomUUID().toString());
    return new TopicClaims(
        ServedChats.of(room.vertx),
        room.store.topics(),
        creation,
        coordination,
        room.clock,
        () -> UUID.randomUUID().toString());
  }

  /** Where others have been faster. */
  private record Busy(boolean mayAnnounce, boolean mayLock) implements Coordination {

    @Override
    public Future<Boolean> announce(SessionKey session, String token, Duration patience) {
      return Future.succeededFuture(mayAnnounce);
    }

    @Override
    public Future<Void> withdraw(SessionKey session, String token) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Boolean> lock(String name, String token, Duration patience) {
      return Future.succeededFuture(mayLock);
    }

    @Override
    public Future<Void> unlock(String name, String token) {
      return Future.succeededFuture();
    }

    @Override
    public Future<Void> stop() {
      return Future.succeededFuture();
    }
  }
}
