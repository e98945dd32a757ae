package dev.hookline.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddressTest {

  private static final Address<ChatHint, SessionHint> ASKED = new Address<>("asked");
  private static final Address<ChatHint, Void> TOLD = new Address<>("told");
  private static final ChatHint QUESTION = new ChatHint(7);
  private static final SessionHint ANSWER = new SessionHint(new SessionKey("s-1"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Vertx vertx;
  private EventBus bus;

  @BeforeEach
  void open() {
    vertx = Vertx.vertx();
    bus = vertx.eventBus();
    Addresses.registerCodecs(vertx);
  }

  @AfterEach
  void close() throws Exception {
    get(vertx.close());
  }

  @Test
  void brings_a_question_to_its_answerer_and_the_answer_back() throws Exception {
    BlockingQueue<ChatHint> heard = new LinkedBlockingQueue<>();
    get(
        ASKED
            .answer(
                bus,
                question -> {
                  heard.add(question);
                  return Future.succeededFuture(ANSWER);
                })
            .completion());

    assertThat(get(ASKED.request(bus, QUESTION, PATIENCE))).isEqualTo(ANSWER);
    assertThat(heard).containsExactly(QUESTION);
  }

  @Test
  void tells_the_asker_that_the_answerer_failed() throws Exception {
    get(ASKED.answer(bus, question -> Future.failedFuture("out of order")).completion());

    assertThat(failure(ReplyFailure.RECIPIENT_FAILURE)).hasMessageContaining("out of order");
  }

  @Test
  void tells_the_asker_that_the_answerer_threw() throws Exception {
    get(
        ASKED
            .answer(
                bus,
                question -> {
                  throw new IllegalStateException("broken");
                })
            .completion());

    assertThat(failure(ReplyFailure.RECIPIENT_FAILURE)).hasMessageContaining("broken");
  }

  @Test
  void tells_the_asker_that_there_is_no_answerer() {
    assertThat(failure(ReplyFailure.NO_HANDLERS)).isNotNull();
  }

  @Test
  void does_not_let_the_asker_wait_for_ever() throws Exception {
    get(ASKED.answer(bus, question -> Future.future(never -> {})).completion());

    Future<SessionHint> answer = ASKED.request(bus, QUESTION, Duration.ofMillis(50));

    assertThatThrownBy(() -> get(answer))
        .hasCauseInstanceOf(ReplyException.class)
        .hasMessageContaining("Timed out");
  }

  @Test
  void tells_everybody_or_hints_at_one() throws Exception {
    BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    get(TOLD.receive(bus, hint -> heard.add("one " + hint.chat())).completion());
    get(TOLD.receive(bus, hint -> heard.add("two " + hint.chat())).completion());

    TOLD.tellAll(bus, new ChatHint(1));
    assertThat(new String[] {next(heard), next(heard)}).containsExactlyInAnyOrder("one 1", "two 1");

    TOLD.hint(bus, new ChatHint(2));
    TOLD.hint(bus, new ChatHint(3));
    assertThat(new String[] {next(heard), next(heard)}).containsExactlyInAnyOrder("one 2", "two 3");
  }

  @Test
  void hints_into_the_void_without_harm() {
    TOLD.hint(bus, QUESTION);
    TOLD.tellAll(bus, QUESTION);

    assertThat(failure(ReplyFailure.NO_HANDLERS)).isNotNull();
  }

  @Test
  void keeps_the_doors_of_two_chats_apart() {
    assertThat(Addresses.topicSlot(-1001)).isNotEqualTo(Addresses.topicSlot(-1002));
    assertThat(Addresses.topicCall(-1001).name()).isNotEqualTo(Addresses.topicSlot(-1001).name());
  }

  private Throwable failure(ReplyFailure kind) {
    try {
      throw new AssertionError("was answered: " + get(ASKED.request(bus, QUESTION, PATIENCE)));
    } catch (Exception failed) {
      assertThat(failed.getCause())
          .isInstanceOfSatisfying(
              ReplyException.class, cause -> assertThat(cause.failureType()).isEqualTo(kind));
      return failed.getCause();
    }
  }

  private static String next(BlockingQueue<String> heard) throws InterruptedException {
    return heard.poll(20, TimeUnit.SECONDS);
  }

  private static <T> T get(Future<T> future) throws Exception {
    try {
      return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause().getMessage(), failed.getCause());
    }
  }
}
