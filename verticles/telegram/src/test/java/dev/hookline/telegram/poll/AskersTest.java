package dev.hookline.telegram.poll;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.UpdatesRead;
import io.vertx.core.Future;
import org.junit.jupiter.api.Test;

class AskersTest {

  private final Askers askers = new Askers();

  @Test
  void answers_those_who_asked_before_the_poll_began() {
    // Given
    Future<UpdatesRead> asked = askers.add();

    // When
    boolean awaited = askers.pollBegins();
    askers.emptied();

    // Then
    assertThat(awaited).isTrue();
    assertThat(asked.succeeded()).isTrue();
  }

  @Test
  void does_not_answer_those_who_asked_while_the_poll_was_under_way() {
    // Given
    askers.pollBegins();
    Future<UpdatesRead> asked = askers.add();

    // When
    askers.emptied();

    // Then
    assertThat(asked.isComplete()).isFalse();
    assertThat(askers.pollBegins()).isTrue();
  }

  @Test
  void goes_on_for_the_same_people_when_the_queue_was_not_empty() {
    // Given
    Future<UpdatesRead> early = askers.add();
    askers.pollBegins();
    Future<UpdatesRead> late = askers.add();

    // When: a full batch came, and the next poll empties the queue
    askers.pollBegins();
    askers.emptied();

    // Then
    assertThat(early.succeeded()).isTrue();
    assertThat(late.isComplete()).isFalse();
  }

  @Test
  void makes_nobody_wait_when_updates_cannot_be_read() {
    // Given
    Future<UpdatesRead> served = askers.add();
    askers.pollBegins();
    Future<UpdatesRead> asked = askers.add();

    // When
    askers.refuse("no");

    // Then
    assertThat(served.failed()).isTrue();
    assertThat(asked.failed()).isTrue();
    assertThat(askers.pollBegins()).isFalse();
  }
}
