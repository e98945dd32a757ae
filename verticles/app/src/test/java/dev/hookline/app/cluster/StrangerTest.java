package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.nio.serialization.genericrecord.GenericRecord;
import com.hazelcast.topic.TopicOverloadException;
import io.vertx.core.shareddata.AsyncMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who knows the cluster's name, can reach its port, and means no good. */
@Timeout(60)
class StrangerTest {

  private static final String MAP = "hookline.locks";
  private static final String KEY = "topic:s-1";

  private static Nodes nodes;
  private static Stranger stranger;

  @BeforeAll
  static void join() {
    nodes = Nodes.started(1);
    stranger = Stranger.join(nodes.name(), nodes.members());
  }

  @AfterAll
  static void leave() {
    stranger.close();
    nodes.close();
  }

  @ParameterizedTest
  @EnumSource(Gadget.class)
  void puts_no_object_into_a_node(Gadget gadget) {
    // Given
    AsyncMap<String, Object> map = Nodes.await(nodes.get(0).sharedData().getAsyncMap(MAP));
    stranger.put(MAP, KEY, gadget);

    // When
    Object outcome = Nodes.outcome(map.get(KEY));

    // Then: refused, or taken as fields of nothing in particular
    assertThat(outcome).isInstanceOfAny(Throwable.class, GenericRecord.class);
    assertThat(Gadget.made()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Gadget.class)
  void would_put_them_into_a_member_without_our_gate(Gadget gadget) {
    // Given
    stranger.put(MAP, KEY, gadget);

    // When
    stranger.get(MAP, KEY);

    // Then
    assertThat(Gadget.made()).isPositive();
  }

  @Test
  void puts_no_object_of_hazelcast_into_a_node_that_members_have_no_need_to_send() {
    // Given
    AsyncMap<String, Object> map = Nodes.await(nodes.get(0).sharedData().getAsyncMap(MAP));
    stranger.put(MAP, KEY, new TopicOverloadException("serialized by Java"));

    // When, Then
    assertThat(Nodes.failure(map.get(KEY))).hasStackTraceContaining("SecurityException");
  }

  @Test
  @SuppressWarnings("unchecked")
  void gets_nothing_run_by_a_node() {
    // Given
    Callable<String> harm = (Callable<String>) Gadget.CALLABLE.make();

    // When, Then
    assertThatThrownBy(() -> stranger.run(harm).get(30, TimeUnit.SECONDS))
        .hasStackTraceContaining("SecurityException");
    assertThat(Gadget.made()).isZero();
  }

  @Test
  void is_not_let_in_when_there_is_a_secret(@TempDir Path directory) throws IOException {
    Path secret = Files.writeString(directory.resolve("secret"), "known to nodes only");
    try (Nodes sealed = Nodes.room(2)) {
      // Given
      sealed.start(0, "secretFile", secret.toString());

      // When
      try (Stranger outside = Stranger.join(sealed.name(), sealed.members())) {

        // Then
        assertThat(outside.others()).isZero();
      }
    }
  }

  @Test
  void is_served_as_no_client() {
    ClientConfig config = new ClientConfig().setClusterName(nodes.name());
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.getNetworkConfig().addAddress("127.0.0.1:" + nodes.port(0));
    config
        .getConnectionStrategyConfig()
        .getConnectionRetryConfig()
        .setClusterConnectTimeoutMillis(1_000);

    assertThatThrownBy(() -> HazelcastClient.newHazelcastClient(config))
        .hasMessageContaining("Unable to connect to any cluster");
  }

  @ParameterizedTest
  @ValueSource(strings = {"GET /hazelcast/health HTTP/1.1\r\n\r\n", "version\r\n", "stats\r\n"})
  void is_answered_in_no_other_protocol(String question) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), nodes.port(0))) {
      // When
      socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));

      // Then: Hazelcast's word for a protocol that is not spoken here
      assertThat(socket.getInputStream().readNBytes(3)).asString().isEqualTo("HZX");
    }
  }
}
