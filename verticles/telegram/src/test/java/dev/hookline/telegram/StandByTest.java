package dev.hookline.telegram;

import static dev.hookline.telegram.Nodes.FIRST;
import static dev.hookline.telegram.Nodes.NEVER;
import static dev.hookline.telegram.Nodes.SECOND;
import static dev.hookline.testkit.Waits.failure;
import static dev.hookline.testkit.Waits.result;
import static dev.hookline.testkit.Waits.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.Fault;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ReadUpdates;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.store.ChatLease;
import dev.hookline.store.OutboxEntry;
import io.vertx.core.Future;
import io.vertx.core.eventbus.ReplyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who serves a chat that several nodes could serve. */
class StandByTest {

  private static final Duration OFTEN = Duration.ofMillis(50);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path directory;
  private Nodes nodes;

  @BeforeEach
  void open() {
    nodes = Nodes.in(directory);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void a_node_that_stands_by_calls_nothing_and_answers_nobody() {
    // Given
    nodes.openTopic(FIRST);
    nodes.start("one", FIRST, OFTEN);
    nodes.start("two", SECOND, OFTEN);

    // When
    nodes.tell(20);
    nodes.awaitsAllShown();
    nodes.awaits(FIRST, "getUpdates", 2);

    // Then
    assertThat(nodes.calls(SECOND)).isEmpty();
    assertThat(nodes.shown()).doesNotHaveDuplicates().hasSize(nodes.told());
  }

  @Test
  void a_standby_takes_over_when_the_lease_of_a_node_that_is_gone_has_ended() {
    // Given
    nodes.openTopic(FIRST);
    nodes.strangerTakes();
    nodes.start("one", FIRST, OFTEN);
    assertThat(nodes.strangerTries()).as("still the stranger's own").isPresent();

    // When
    nodes.leaseEnds();

    // Then
    nodes.awaitsAllShown();
    nodes.awaits(FIRST, "getUpdates", 1);
  }

  @Test
  void nobody_takes_over_before_the_lease_has_ended() {
    // Given
    nodes.openTopic(FIRST);
    ChatLease lease = nodes.strangerTakes();
    nodes.time.passes(Duration.ofSeconds(10));

    // When
    nodes.start("one", FIRST, NEVER);

    // Then
    assertThat(result(nodes.store.chats().renew(lease, Duration.ofSeconds(15))).epoch())
        .isEqualTo(lease.epoch());
    assertThat(nodes.calls()).noneMatch(call -> Nodes.isCall(call, "getMe"));
  }

  @Test
  void a_standby_takes_a_chat_at_once_that_was_given_back() {
    // Given
    nodes.openTopic(FIRST);
    ChatLease lease = nodes.strangerTakes();
    nodes.start("one", FIRST, NEVER);

    // When: only the hint can wake it
    nodes.strangerLeaves(lease);

    // Then
    nodes.awaitsAllShown();
  }

  @Test
  void a_node_that_stops_hands_its_chat_over_within_a_second() {
    // Given
    nodes.openTopic(FIRST);
    String one = nodes.start("one", FIRST, NEVER);
    nodes.start("two", SECOND, NEVER);
    nodes.tell(300);
    nodes.awaits(FIRST, "sendMessage", 20);

    // When
    nodes.stop(one);
    nodes.awaitsAllShown();

    // Then
    List<CallRecord> sent =
        nodes.calls().stream().filter(call -> Nodes.isCall(call, "sendMessage")).toList();
    long last =
        sent.stream().filter(this::isOfFirst).mapToLong(CallRecord::answeredAt).max().orElseThrow();
    long first =
        sent.stream()
            .filter(call -> !isOfFirst(call))
            .mapToLong(CallRecord::receivedAt)
            .min()
            .orElseThrow();
    assertThat(first - last).isBetween(0L, 1_000L);
    assertThat(nodes.shown()).as("in order, none lost, none twice").isEqualTo(inOrder());
  }

  @Test
  void a_node_that_cannot_reach_telegram_gives_way_to_one_that_can() {
    // Given
    nodes.openTopic(SECOND);
    nodes.startCutOff("one", FIRST, NEVER);

    // When: only the hint can wake it
    nodes.start("two", SECOND, NEVER);

    // Then
    nodes.awaitsAllShown();
  }

  @Test
  void a_node_with_nothing_to_send_notices_that_it_cannot_read() {
    // Given
    nodes.startCutOff("one", FIRST, NEVER);

    // When
    nodes.start("two", SECOND, NEVER);

    // Then
    nodes.awaits(SECOND, "getUpdates", 1);
  }

  @Test
  void a_node_that_gave_way_to_nobody_takes_the_chat_again() {
    // Given
    nodes.openTopic(FIRST);
    nodes.startCutOff("one", FIRST, OFTEN);

    // When
    until("a closed door", () -> ask() instanceof ReplyException);

    // Then
    until("an open door", () -> !(ask() instanceof ReplyException));
  }

  @Test
  void a_node_whose_chat_was_taken_stops_reading_and_answering() {
    // Given
    nodes.openTopic(FIRST);
    nodes.start("one", FIRST, NEVER);
    nodes.awaits(FIRST, "getUpdates", 1);
    nodes.awaitsAllShown();

    // When: it finds out with its next write
    nodes.leaseEnds();
    ChatLease lease = nodes.strangerTakes();
    nodes.tell(1);

    // Then: nobody answers any more, at the latest when the lease was to be renewed
    until("a closed door", () -> ask() instanceof ReplyException);
    assertThat(
            failure(
                Addresses.READ_UPDATES.request(
                    nodes.vertx.eventBus(), new ReadUpdates(), PATIENCE)))
        .isInstanceOf(ReplyException.class);
    assertThat(nodes.shown()).hasSize(nodes.told() - 1);
    assertThat(result(nodes.store.chats().renew(lease, Duration.ofSeconds(15))).epoch())
        .isEqualTo(lease.epoch());
  }

  @Test
  void what_became_of_a_call_is_not_written_when_the_chat_was_taken_meanwhile() {
    // Given
    nodes.openTopic(FIRST);
    nodes.fault(Fault.on("sendMessage").doing("commit_then_hang"));
    nodes.start("one", FIRST, NEVER);
    nodes.awaits(FIRST, "sendMessage", 1);

    // When
    nodes.leaseEnds();
    ChatLease lease = nodes.strangerTakes();

    // Then: it is in doubt for the new owner, who passes it on when it leaves
    List<OutboxEntry> doubted = result(nodes.store.outbox().doubted(lease));
    assertThat(doubted).hasSize(1);
    nodes.tell(3);
    nodes.strangerLeaves(lease);
    nodes.awaitsAllShown();
    assertThat(nodes.shown()).isEqualTo(inOrder());
  }

  @Test
  void a_node_that_stood_still_calls_nothing_when_it_goes_on() {
    // Given
    nodes.openTopic(FIRST);
    Freezer clock = new Freezer();
    nodes.start("one", FIRST, NEVER, clock);
    nodes.awaitsAllShown();
    nodes.awaitsAllWritten();
    clock.freeze();

    // When: another node has served the chat meanwhile, and is still at it
    nodes.leaseEnds();
    String two = nodes.start("two", SECOND, NEVER);
    nodes.tell(5);
    nodes.awaitsAllShown();
    clock.thaw(15);
    nodes.tell(5);
    nodes.awaitsAllShown();

    // Then: it calls again only when the other one has left
    nodes.stop(two);
    nodes.tell(1);
    nodes.awaitsAllShown();
    List<CallRecord> sent =
        nodes.calls(FIRST).stream().filter(call -> Nodes.isCall(call, "sendMessage")).toList();
    assertThat(sent).hasSize(2);
    assertThat(nodes.shown()).isEqualTo(inOrder());
  }

  @Test
  void a_standby_follows_a_chat_that_got_a_new_id_under_another_node() {
    // Given
    ChatLease lease = nodes.strangerTakes();
    nodes.start("one", FIRST, NEVER);
    long moved = Nodes.CHAT - 1;

    // When
    result(nodes.store.chats().migrate(Nodes.CHAT, moved));
    nodes.strangerLeaves(lease);
    nodes.awaits(FIRST, "getUpdates", 1);

    // Then: it serves the new one, which it could not if somebody else did
    TopicAnswer answer =
        result(
            Addresses.topicCall(moved)
                .request(
                    nodes.vertx.eventBus(),
                    TopicCall.about(moved, TopicCall.Kind.CHECK_CHAT, 0),
                    PATIENCE));
    assertThat(answer.description()).contains("chat not found");
  }

  private boolean isOfFirst(CallRecord call) {
    return call.botId() == FIRST.botId();
  }

  private List<String> inOrder() {
    return IntStream.rangeClosed(1, nodes.told())
        .mapToObj(number -> "👤 User\nword " + number)
        .toList();
  }

  // What the door's answer fails with; an answer is a failure too.
  private Throwable ask() {
    TopicCall call = TopicCall.about(Nodes.CHAT, TopicCall.Kind.BARRIER, 0);
    return failure(
        Addresses.topicCall(Nodes.CHAT)
            .request(nodes.vertx.eventBus(), call, PATIENCE)
            .compose(StandByTest::asFailure));
  }

  private static <T> Future<T> asFailure(TopicAnswer answer) {
    return Future.failedFuture(new IllegalStateException(answer.description()));
  }
}
