package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.hookline.app.bench.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What a change of the settings' file does to a node that runs. */
class LiveSettingsTest {

  @TempDir private Path directory;

  private Chat chat;
  private FollowedNode node;

  @BeforeEach
  void open() {
    chat = Chat.open();
  }

  @AfterEach
  void close() {
    if (node != null) {
      node.close();
    }
    chat.close();
  }

  @Test
  void changes_the_number_of_instances_and_touches_nothing_else() {
    // Given
    node = new FollowedNode(directory, chat, "ingest.instances", 1);
    Map<String, String> before = node.deployments();

    // When
    node.write("ingest.instances", 3);

    // Then
    node.awaitsSettings(true, "ingest: replaced, new before old");
    assertThat(node.verticles().get("ingest").getInteger("instances")).isEqualTo(3);
    assertThat(changed(before)).containsExactly("ingest");
    assertThat(node.ports()).doesNotContain(0);
  }

  @Test
  void keeps_the_unix_socket_open_for_its_owner_alone() throws IOException {
    // Given
    node = new FollowedNode(directory, chat, "ingest.instances", 1);
    Path socket = directory.resolve("data/hookline.sock");

    // When
    node.write("ingest.instances", 2);
    node.awaitsSettings(true, "ingest: replaced");

    // Then
    assertThat(statusOfHealth(socket)).startsWith("HTTP/1.1 200");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket)))
        .isEqualTo("rw-------");
  }

  @Test
  void changes_the_verbosity_for_what_comes() {
    // Given
    node = new FollowedNode(directory, chat);
    Map<String, String> before = node.deployments();

    // When
    node.write("telegram.verbosity", "quiet");
    node.awaitsSettings(true, "telegram");
    Story story = new Story("s");
    story.tell("tool_start").getJsonObject("metadata").put("tool", "Bash");
    story.tell("agent_response");
    node.tell(story);

    // Then
    chat.awaits("the answer", () -> chat.saying("agent_response") != null);
    assertThat(chat.saying("tool_start")).isNull();
    assertThat(changed(before)).containsExactly("telegram");
  }

  @Test
  void keeps_what_runs_when_values_are_wrong_and_names_them_all() {
    // Given
    node = new FollowedNode(directory, chat);
    Map<String, String> before = node.deployments();

    // When
    node.write("ingest.instances", "many", "console.port", 70_000, "telegram.budget", 3);

    // Then
    String words = node.awaitsSettings(false, "ingest.instances is \"many\"");
    assertThat(words)
        .contains("console.port is \"70000\": write a whole number from 0 to 65535")
        .contains("telegram.budget is \"…\": there is no such setting");
    assertThat(changed(before)).isEmpty();
  }

  @Test
  void tells_prometheus_and_the_command_line_how_it_went() {
    // Given
    node = new FollowedNode(directory, chat, "ingest.instances", 1);

    // When
    node.write("ingest.instances", 1, "order.gapWaitMillis", -1);
    node.awaitsSettings(false, "order.gapWaitMillis is \"-1\"");

    // Then
    assertThat(node.door().text("/metrics"))
        .contains("hookline_node_settings_in_force 0.0")
        .contains("hookline_node_verticle_instances{verticle=\"ingest\"} 1.0")
        .contains("hookline_node_verticle_failed{verticle=\"ingest\"} 0.0");
    node.write("ingest.instances", 1); // by which the command finds the node
    node.awaitsSettings(true, "no verticle had to change");
    assertThat(node.command("status"))
        .contains("verticle ingest × 1  started")
        .contains("settings in force");
  }

  @Test
  void tells_nothing_to_who_has_no_token() throws IOException {
    node = new FollowedNode(directory, chat);

    assertThat(node.door().status("/v1/node")).isEqualTo(401);
  }

  @Test
  void takes_the_next_file_after_a_wrong_one() {
    node = new FollowedNode(directory, chat, "ingest.instances", 1);
    node.writeText("ingest: [");
    node.awaitsSettings(false, "settings.yaml, line 1");

    node.write("ingest.instances", 2);

    node.awaitsSettings(true, "ingest: replaced");
  }

  @Test
  void keeps_what_runs_when_the_file_is_empty_or_gone() throws IOException {
    node = new FollowedNode(directory, chat);
    Map<String, String> before = node.deployments();

    node.writeText("");
    node.awaitsSettings(false, "is empty");
    Files.delete(directory.resolve("settings.yaml"));
    node.awaitsSettings(false, "cannot be read");

    assertThat(changed(before)).isEmpty();
  }

  @Test
  void asks_for_a_restart_where_a_running_node_cannot_change() {
    node = new FollowedNode(directory, chat, "ingest.instances", 1);
    Map<String, String> before = node.deployments();

    node.write(
        "ingest.instances", 2, "store.url", "jdbc:sqlite:" + directory.resolve("another.db"));

    node.awaitsSettings(false, "store cannot change while the node runs");
    assertThat(changed(before)).isEmpty();
  }

  @Test
  void runs_on_as_before_when_the_new_one_does_not_start() throws IOException {
    // Given
    node = new FollowedNode(directory, chat);
    Map<String, String> before = node.deployments();

    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // When
      node.write("console.port", taken.getLocalPort());

      // Then
      assertThat(node.awaitsSettings(false, "console: runs as before, the new one did not start"))
          .contains("port " + taken.getLocalPort(), "set console.host or console.port");
    }
    assertThat(node.verticles().get("console").getBoolean("failed")).isTrue();
    assertThat(changed(before)).isEmpty();
  }

  @Test
  void starts_one_like_the_old_again_where_that_had_to_end_first() throws IOException {
    // Given
    node = new FollowedNode(directory, chat);

    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      // When
      node.write(
          "telegram.webhook.url",
          "https://hookline.example/telegram",
          "telegram.webhook.port",
          taken.getLocalPort());

      // Then
      assertThat(node.awaitsSettings(false, "telegram: runs as before, the new one did not start"))
          .contains("port " + taken.getLocalPort(), "telegram.webhook.port");
    }
    Story story = Story.plain("s", 3);
    node.tell(story);
    chat.awaits("everything shown", () -> new Oracle(chat).shows(story));
  }

  @Test
  void runs_no_room_that_the_list_gives_no_instance() {
    node = new FollowedNode(directory, chat);

    node.write("verticles", List.of(Map.of("name", "console", "instances", 0)));

    node.awaitsSettings(true, "console: stopped");
    assertThat(node.verticles().get("console").getInteger("instances")).isZero();
  }

  @Test
  void changes_how_the_log_is_written_and_touches_no_verticle() {
    node = new FollowedNode(directory, chat);
    Map<String, String> before = node.deployments();
    Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
    Level usual = root.getLevel();

    try {
      node.write("log.level", "warn");
      awaitsLevel(Level.WARN, root);
      node.write("log.level", "info");
      awaitsLevel(Level.INFO, root);
      assertThat(changed(before)).isEmpty();
    } finally {
      root.setLevel(usual);
    }
  }

  @Test
  void opens_the_bus_and_closes_it() {
    node = new FollowedNode(directory, chat);

    node.write("bus.enabled", true, "bus.port", 0);
    node.awaitsSettings(true, "bus: started");
    assertThat(node.busPort()).isPositive();

    node.write();
    node.awaitsSettings(true, "bus: stopped");
    assertThat(node.busPort()).isZero();
  }

  @Test
  void follows_a_directory_of_links_as_kubernetes_exchanges_them() throws IOException {
    // Given
    int port = FreePort.find();
    Path mounted = Files.createDirectory(directory.resolve("mounted"));
    Path link = mounted.resolve("..data");
    Path first = Files.createDirectory(mounted.resolve("..1"));
    Files.writeString(
        first.resolve("hookline.yaml"),
        FollowedNode.text(directory, chat, port, "ingest.instances", 1));
    Files.createSymbolicLink(link, first.getFileName());
    Files.createSymbolicLink(mounted.resolve("hookline.yaml"), Path.of("..data/hookline.yaml"));
    node = new FollowedNode(directory, chat, mounted);

    // When
    Path second = Files.createDirectory(mounted.resolve("..2"));
    Files.writeString(
        second.resolve("hookline.yaml"),
        FollowedNode.text(directory, chat, port, "ingest.instances", 2));
    Path draft = Files.createSymbolicLink(mounted.resolve("..tmp"), second.getFileName());
    Files.move(draft, link, StandardCopyOption.ATOMIC_MOVE);

    // Then
    node.awaitsSettings(true, "ingest: replaced");
  }

  private static void awaitsLevel(Level level, Logger logger) {
    Await.until(
        "log level " + level,
        Duration.ofSeconds(30),
        () -> level.equals(logger.getLevel()),
        () -> String.valueOf(logger.getLevel()));
  }

  private static String statusOfHealth(Path socket) throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(
          StandardCharsets.US_ASCII.encode(
              "GET /healthz/live HTTP/1.1\r\nHost: localhost\r\n\r\n"));
      ByteBuffer answer = ByteBuffer.allocate(100);
      channel.read(answer);
      return StandardCharsets.US_ASCII.decode(answer.flip()).toString();
    }
  }

  /** The names of the verticles that are not the ones of then. */
  private List<String> changed(Map<String, String> before) {
    Map<String, String> now = node.deployments();
    return before.keySet().stream()
        .filter(name -> !before.get(name).equals(now.get(name)))
        .toList();
  }
}
