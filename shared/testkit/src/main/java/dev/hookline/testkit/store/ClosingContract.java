package dev.hookline.testkit.store;

import static dev.hookline.testkit.Waits.result;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.EventType;
import dev.hookline.store.ChatLease;
import dev.hookline.store.Release;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That nobody's message waits for the closing of a topic, and that it is closed all the same. */
public abstract class ClosingContract extends StoreContract {

  private ChatLease lease;

  protected ClosingContract(StoreBackend backend) {
    super(backend);
  }

  @BeforeEach
  void serve() {
    enqueue(ONE, 1);
    enqueue(TWO, 1);
    bind(ONE, 10);
    bind(TWO, 20);
    lease = take();
  }

  @Test
  void keeps_the_closing_behind_what_others_have_to_show() {
    close();
    enqueue(TWO, 2);

    assertThat(shown(lease, 5)).containsExactly("s-1 1", "s-2 1", "s-2 2", "s-2 3", "s-1 2");
  }

  @Test
  void keeps_it_there_although_an_answer_before_it_is_urgent() {
    accept(
        Sample.typed(EventType.AGENT_RESPONSE, ONE, "done"),
        Sample.typed(EventType.TURN_COMPLETE, ONE, "over"));
    Release answer = Release.event(false, fresh(ONE));
    release(ONE, 2, answer, Release.words(Release.Kind.CLOSE, ""));
    enqueue(TWO, 2);

    assertThat(shown(lease, 6)).endsWith("s-2 3", "s-1 3").containsSequence("s-1 2", "s-2 2");
  }

  @Test
  void closes_the_topic_at_last_although_messages_keep_coming() {
    close();
    enqueue(TWO, 20);

    assertThat(shown(lease, 16)).endsWith("s-2 14", "s-1 2");
  }

  @Test
  void lets_the_closing_hold_back_nothing_of_a_session_that_goes_on() {
    close();
    enqueue(ONE, 1);
    enqueue(TWO, 2);

    assertThat(shown(lease, 5)).containsExactly("s-1 1", "s-2 1", "s-1 2", "s-2 2", "s-1 3");
  }

  @Test
  void keeps_the_closing_behind_others_when_a_note_says_that_the_topic_was_replaced() {
    close();
    enqueue(TWO, 2);
    result(store.topics().missing(ONE, 1, NOW));
    result(store.topics().lost(ONE, 1, "it was deleted", NOW));
    bind(ONE, 11);

    assertThat(shown(lease, 6)).endsWith("s-2 3", "s-1 3");
  }

  private void close() {
    release(ONE, 2, Release.words(Release.Kind.CLOSE, ""));
  }
}
