package dev.hookline.session;

import static dev.hookline.testkit.Waits.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ServedChats;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall.Kind;
import dev.hookline.messages.TopicWanted;
import dev.hookline.session.SessionOptions.OrderOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionFlowTest {

  private final List<TopicWanted> told = new CopyOnWriteArrayList<>();

  @TempDir Path directory;

  private Room room;
  private SessionFlow flow;

  @BeforeEach
  void open() {
    room = new Room(directory);
    room.lane.when(Kind.CREATE, TopicAnswer.done(7));
    Addresses.TOPIC_WANTED.receive(room.vertx.eventBus(), told::add);
    flow = flow();
  }

  @AfterEach
  void close() {
    flow.stop();
    room.close();
  }

  @Test
  void tells_the_other_nodes_of_a_new_session_when_one_of_them_serves_the_chat() {
    // Given
    ServedChats.of(room.vertx).end(Room.CHAT);
    room.arrives("e-1");

    // When
    flow.wake(Room.SESSION);

    // Then
    until("told", () -> !told.isEmpty());
    assertThat(told).containsExactly(new TopicWanted(Room.CHAT, Room.SESSION));
    assertThat(room.lane.asked()).isEmpty();
  }

  @Test
  void sees_to_the_topic_itself_when_its_node_serves_the_chat() {
    // Given
    room.arrives("e-1");

    // When
    flow.wake(Room.SESSION);

    // Then
    until("made", () -> room.lane.asked().contains("CREATE"));
    assertThat(told).isEmpty();
  }

  private SessionFlow flow() {
    TopicCreation creation =
        new TopicCreation(
            room.vertx, room.store.topics(), room.calls, Room.OPTIONS, room.clock, this::id);
    TopicClaims claims =
        new TopicClaims(
            ServedChats.of(room.vertx),
            room.store.topics(),
            creation,
            new AlwaysGranted(),
            room.clock,
            this::id);
    Sequencer sequencer = new Sequencer(OrderOptions.DEFAULTS, true);
    return new SessionFlow(room.vertx, room.store.sequences(), sequencer, claims, room.clock);
  }

  private String id() {
    return UUID.randomUUID().toString();
  }
}
