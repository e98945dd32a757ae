package dev.hookline.telegram;

import static dev.hookline.telegram.Nodes.FIRST;
import static dev.hookline.testkit.Waits.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ServedChats;
import dev.hookline.messages.SessionKey;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicSlotWanted;
import io.vertx.core.eventbus.EventBus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lane owes to those who want topics, and to those who wait for messages. */
class TurnsForTopicsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final AtomicInteger turns = new AtomicInteger();

  @TempDir Path directory;

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
  void messages_go_on_while_turns_for_topics_are_wanted_without_end() {
    // Given
    nodes.openTopic(FIRST);
    nodes.start("one", FIRST, Nodes.NEVER);
    wantTurnsForEver("one");
    wantTurnsForEver("another");
    until("the first turns", () -> turns.get() > 10);

    // When
    nodes.tell(3);

    // Then
    nodes.awaitsAllShown();
  }

  @Test
  void turns_for_topics_go_on_while_messages_wait_without_end() {
    // Given
    nodes.openTopic(FIRST);
    nodes.tell(20);
    nodes.start("one", FIRST, Nodes.NEVER);

    // When
    wantTurnsForEver("one");

    // Then
    nodes.awaitsAllShown();
    assertThat(turns.get()).isGreaterThan(10);
  }

  @Test
  void its_node_knows_which_chat_it_serves() {
    ServedChats served = ServedChats.of(nodes.vertx);
    assertThat(served.has(Nodes.CHAT)).isFalse();

    String one = nodes.start("one", FIRST, Nodes.NEVER);
    until("serving", () -> served.has(Nodes.CHAT));

    nodes.stop(one);
    assertThat(served.has(Nodes.CHAT)).isFalse();
  }

  // Takes each turn, gives it back unused, and wants the next.
  private void wantTurnsForEver(String session) {
    EventBus bus = nodes.vertx.eventBus();
    TopicSlotWanted wanted =
        new TopicSlotWanted(Nodes.CHAT, new SessionKey(session), PATIENCE.toMillis());
    Addresses.topicSlot(Nodes.CHAT)
        .request(bus, wanted, PATIENCE)
        .onSuccess(
            slot -> {
              turns.incrementAndGet();
              TopicCall unused = TopicCall.forgo(Nodes.CHAT, slot.id());
              wantTurnsForEver(session);
              Addresses.topicCall(Nodes.CHAT).request(bus, unused, PATIENCE);
            });
  }
}
