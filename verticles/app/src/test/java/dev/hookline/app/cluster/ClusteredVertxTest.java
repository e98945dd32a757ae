package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.messages.ClusterState;
import dev.hookline.messages.NodeState;
import dev.hookline.testkit.Waits;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.DeliveryOptions;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusteredVertxTest {

  private static final String ADDRESS = "test.echo";
  private static final long CHAT = -100;

  @Test
  void carries_a_hint_to_every_node() {
    try (Nodes nodes = Nodes.started(3)) {
      // Given
      Promise<ChatHint> second = Promise.promise();
      Promise<ChatHint> third = Promise.promise();
      for (int i = 0; i < 3; i++) {
        Addresses.registerCodecs(nodes.get(i));
      }
      receive(nodes.get(1), second);
      receive(nodes.get(2), third);

      // When
      Addresses.CHAT_HINT.tellAll(nodes.get(0).eventBus(), new ChatHint(CHAT));

      // Then
      assertThat(Nodes.await(second.future())).isEqualTo(new ChatHint(CHAT));
      assertThat(Nodes.await(third.future())).isEqualTo(new ChatHint(CHAT));
    }
  }

  @Test
  void says_who_is_there_and_who_has_gone() {
    try (Nodes nodes = Nodes.started(2)) {
      Waits.until("both", () -> seen(nodes.get(0)).equals(List.of("node-0", "node-1")));
      Waits.until("itself", () -> own(nodes.get(1)).equals(List.of("node-1")));

      Nodes.await(nodes.get(0).close());

      Waits.until("the one that is left", () -> seen(nodes.get(1)).equals(List.of("node-1")));
    }
  }

  private static List<String> seen(Vertx vertx) {
    return members(vertx).map(ClusterState.Member::node).toList();
  }

  private static List<String> own(Vertx vertx) {
    return members(vertx).filter(ClusterState.Member::own).map(ClusterState.Member::node).toList();
  }

  private static Stream<ClusterState.Member> members(Vertx vertx) {
    return NodeState.of(vertx).cluster().stream().flatMap(cluster -> cluster.members().stream());
  }

  @Test
  void finds_others_by_a_name() {
    try (Nodes nodes = Nodes.room(1)) {
      // Given: one at an address that the name stands for, and one elsewhere
      int port = nodes.port(0);
      echo(nodes.start(0), new ArrayList<>());

      // When
      Vertx other =
          nodes.start(0, "members", "", "dns", "localhost", "host", "127.0.0.2", "port", port);

      // Then
      assertThat(answer(other, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void begins_alone_when_nobody_else_is_there() {
    try (Nodes nodes = Nodes.room(2)) {
      // When
      Vertx vertx = nodes.start(1);

      // Then
      echo(vertx, new ArrayList<>());
      assertThat(answer(vertx, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void begins_alone_when_a_member_hangs_and_joins_it_when_it_goes_on() throws IOException {
    try (Nodes nodes = Nodes.room(2)) {
      // Given: somebody takes connections there and says nothing
      Vertx vertx;
      try (ServerSocket hanging =
          new ServerSocket(nodes.port(0), 50, InetAddress.getLoopbackAddress())) {

        // When
        vertx = nodes.start(1);
        assertThat(hanging.isClosed()).isFalse();
      }
      nodes.start(0, "members", "127.0.0.1:" + nodes.port(0)); // who looks for nobody either

      // Then
      echo(vertx, new ArrayList<>());
      Vertx other = nodes.get(1);
      Waits.until("they met", () -> Nodes.outcome(ask(other, "hello")) instanceof Message<?>);
    }
  }

  @Test
  void begins_alone_when_a_member_and_it_cannot_reach_one_another() {
    try (Nodes nodes = Nodes.room(5)) {
      // Given: both reach the first, and are called by ports at which nobody is
      String first = "127.0.0.1:" + nodes.port(0);
      nodes.start(0, "members", first);
      nodes.start(1, "members", first, "publicPort", nodes.port(3));

      // When
      Vertx vertx = nodes.start(2, "members", first, "publicPort", nodes.port(4));

      // Then
      echo(vertx, new ArrayList<>());
      assertThat(answer(vertx, "hello")).isEqualTo("hello");
    }
  }

  @Test
  void keeps_apart_who_has_another_name() {
    try (Nodes nodes = Nodes.room(2)) {
      // Given
      echo(nodes.start(0), new ArrayList<>());

      // When
      Vertx other = nodes.start(1, "name", "another");

      // Then
      assertThat(Nodes.failure(ask(other, "hello"))).hasMessageContaining("No handlers");
    }
  }

  @Test
  void talks_under_certificates_and_only_with_who_has_one(@TempDir Path directory) {
    try (Nodes nodes = Nodes.room(4)) {
      // Given
      Certificates certificates = new Certificates(directory);
      JsonObject ours = certificates.settings("ours");
      JsonObject forged = // trusts us, and shows a certificate that we do not trust
          certificates.settings("other").put("caFile", ours.getString("caFile"));
      List<String> heard = new CopyOnWriteArrayList<>();
      echo(nodes.start(0, "tls", ours), heard);

      // When
      Vertx friend = nodes.start(1, "tls", ours);
      Vertx open = nodes.start(2);
      Vertx stranger = nodes.start(3, "tls", forged);

      // Then
      assertThat(answer(friend, "friend")).isEqualTo("friend");
      assertThat(Nodes.failure(ask(open, "open"))).isInstanceOf(ReplyException.class);
      assertThat(Nodes.failure(ask(stranger, "stranger"))).isInstanceOf(ReplyException.class);
      assertThat(heard).containsExactly("friend");
    }
  }

  @Test
  void says_that_its_port_is_taken() {
    try (Nodes nodes = Nodes.started(1)) {
      assertThatThrownBy(() -> nodes.start(0)).hasStackTraceContaining("is already in use");
    }
  }

  private static void receive(Vertx vertx, Promise<ChatHint> promise) {
    Nodes.await(Addresses.CHAT_HINT.receive(vertx.eventBus(), promise::tryComplete).completion());
  }

  private static void echo(Vertx vertx, List<String> heard) {
    Nodes.await(
        vertx
            .eventBus()
            .<String>consumer(
                ADDRESS,
                message -> {
                  heard.add(message.body());
                  message.reply(message.body());
                })
            .completion());
  }

  // Where certificates are new to a process, the first words take seconds on a busy machine.
  private static String answer(Vertx vertx, String question) {
    return Nodes.await(ask(vertx, question, 30_000)).body();
  }

  private static Future<Message<String>> ask(Vertx vertx, String question) {
    return ask(vertx, question, 3_000);
  }

  private static Future<Message<String>> ask(Vertx vertx, String question, long millis) {
    return vertx
        .eventBus()
        .request(ADDRESS, question, new DeliveryOptions().setSendTimeout(millis));
  }
}
