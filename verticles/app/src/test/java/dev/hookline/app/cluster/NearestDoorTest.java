package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.SessionHint;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import io.vertx.core.Future;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.MessageConsumer;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is reached in a real cluster when several nodes listen at the same address. */
class NearestDoorTest {

  private static final long CHAT = -100;
  private static final TopicCall CALL = TopicCall.about(CHAT, TopicCall.Kind.PROBE, 7);
  private static final SessionHint HINT = new SessionHint(new SessionKey("s"));
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OFTEN = 20;

  private Nodes nodes;

  @BeforeEach
  void open() {
    nodes = Nodes.started(2);
    Addresses.registerCodecs(nodes.get(0));
    Addresses.registerCodecs(nodes.get(1));
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void a_question_never_leaves_its_node() {
    // Given
    MessageConsumer<?> own = answer(0);
    registered(bus(1).consumer(Addresses.topicCall(CHAT).name(), this::lie));

    // When
    long[] before = IntStream.range(0, OFTEN).mapToLong(i -> ask(0)).distinct().toArray();
    Nodes.await(own.unregister());

    // Then
    assertThat(before).containsExactly(0);
    assertThat(Nodes.failure(asked(0)))
        .isInstanceOfSatisfying(
            ReplyException.class,
            reply -> assertThat(reply.failureType()).isEqualTo(ReplyFailure.NO_HANDLERS));
  }

  @Test
  void a_stranger_on_the_bus_reaches_no_answerer() {
    // Given
    answer(0);

    // When
    Future<?> answer = bus(1).request(Addresses.topicCall(CHAT).name(), CALL);

    // Then
    assertThat(Nodes.failure(answer)).isInstanceOf(ReplyException.class);
  }

  @Test
  void a_hint_goes_to_the_own_node_and_elsewhere_only_when_nobody_listens_there()
      throws InterruptedException {
    // Given
    BlockingQueue<Integer> heard = new LinkedBlockingQueue<>();
    MessageConsumer<?> own = listen(0, heard);
    listen(1, heard);

    // When
    for (int i = 0; i < OFTEN; i++) {
      Addresses.SESSION_HINT.hint(nodes.get(0).eventBus(), HINT);
      assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(0);
    }
    Nodes.await(own.unregister());
    Addresses.SESSION_HINT.hint(nodes.get(0).eventBus(), HINT);

    // Then
    assertThat(heard.poll(20, TimeUnit.SECONDS)).isEqualTo(1);
  }

  private MessageConsumer<?> answer(int member) {
    return registered(
        Addresses.topicCall(CHAT)
            .answer(bus(member), call -> Future.succeededFuture(TopicAnswer.done(member))));
  }

  private MessageConsumer<?> listen(int member, BlockingQueue<Integer> heard) {
    return registered(Addresses.SESSION_HINT.receive(bus(member), hint -> heard.add(member)));
  }

  private static MessageConsumer<?> registered(MessageConsumer<?> consumer) {
    Nodes.await(consumer.completion());
    return consumer;
  }

  private void lie(Message<TopicCall> question) {
    question.reply(TopicAnswer.done(666));
  }

  private long ask(int member) {
    return Nodes.await(asked(member)).thread();
  }

  private Future<TopicAnswer> asked(int member) {
    return Addresses.topicCall(CHAT).request(bus(member), CALL, PATIENCE);
  }

  private EventBus bus(int member) {
    return nodes.get(member).eventBus();
  }
}
