package dev.hookline.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hookline.app.bench.FreePort;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image, as a container would run it. */
@Tag("process")
class ImageTest {

  private static final int USER = 65532;
  private static final long MOST_BYTES = 90L << 20;
  private static final Duration PATIENCE =
      Duration.ofMinutes(2); // on a machine that has much else to do

  private static Image image;

  @TempDir Path directory;
  private Container container;

  @BeforeAll
  static void make() throws IOException {
    image = Image.ofThisBuild();
  }

  @AfterEach
  void end() {
    if (container != null) {
      container.close();
    }
  }

  @Test
  void is_small_and_names_its_user_and_its_port() throws IOException {
    assertThat(Files.size(image.file())).isLessThan(MOST_BYTES);
    assertThat(image.config().getString("User")).isEqualTo(USER + ":" + USER);
    assertThat(image.config().getJsonObject("ExposedPorts").fieldNames()).contains("8787/tcp");
    assertThat(image.config().getJsonArray("Cmd")).isEqualTo(new JsonArray().add("serve"));
  }

  @Test
  void has_the_name_that_the_manifests_say() {
    JsonNode nodes =
        Manifests.rendered(Path.of("../../k8s/overlays/laptop")).the("StatefulSet", "hookline");

    assertThat(image.name()).isEqualTo(nodes.at("/spec/template/spec/containers/0/image").asText());
  }

  @Test
  void has_no_shell_and_nothing_that_gives_rights() throws IOException {
    try (Stream<Path> files = Files.walk(image.root())) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .doesNotContain("sh", "bash", "su", "sudo", "busybox");
    }
    assertThat(
            Tool.run("findutils", "find", image.root().toString(), "-perm", "/6000", "-type", "f")
                .words())
        .isEmpty();
  }

  @Test
  void is_the_same_when_it_is_made_again() throws IOException {
    Path again = Image.build(directory.resolve("again.tar"));

    assertThat(Files.mismatch(again, image.file())).isEqualTo(-1);
  }

  @Test
  void takes_events_as_nobody_on_a_file_system_that_is_read_only() throws Exception {
    // Given
    int port = FreePort.find();
    Path data = owned(directory.resolve("data"));
    Path secrets = Files.createDirectory(directory.resolve("secrets"));
    secret(secrets, "telegram.token", "123456:abcdefghijklmnopqrstuvwxyzABCDEFGHI");
    secret(secrets, "ingest.token", "0123456789abcdef0123456789abcdef");

    // When
    container =
        image.run(
            directory.resolve("log"),
            List.of(
                "HOOKLINE_INGEST_PORT=" + port,
                "HOOKLINE_CONSOLE_PORT=0",
                "HOOKLINE_TELEGRAM_CHAT_ID=-1001",
                "HOOKLINE_TELEGRAM_API_ROOT=http://127.0.0.1:" + FreePort.find(),
                "HOOKLINE_TELEGRAM_TOKEN_FILE=/run/secrets/hookline/telegram.token",
                "HOOKLINE_INGEST_TOKEN_FILE=/run/secrets/hookline/ingest.token"),
            List.of("serve"),
            List.of(
                new Mount(data, "/var/lib/hookline", false),
                new Mount(secrets, "/run/secrets/hookline", true)));

    // Then
    awaitReady(port);
    assertThat(post(port)).isEqualTo(200);
    assertThat(new JsonObject(get(port, "/healthz").body()).getLong("accepted")).isEqualTo(1);
    assertThat(Files.getAttribute(data.resolve("data/hookline.db"), "unix:uid")).isEqualTo(USER);
    stops();
  }

  @Test
  void knows_the_trusted_authorities_and_asks_for_names() throws Exception {
    container = image.run(directory.resolve("log"), List.of(), List.of("--version"), List.of());

    assertThat(container.ends(PATIENCE)).isTrue();
    assertThat(container.code()).isZero();
    assertThat(image.root().resolve("opt/java/lib/security/cacerts")).isNotEmptyFile();
    assertThat(image.root().resolve("etc/nsswitch.conf")).hasContent("hosts: files dns");
  }

  private void stops() throws InterruptedException {
    container.terminate();
    assertThat(container.ends(PATIENCE)).isTrue();
  }

  private void awaitReady(int port) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try {
        if (get(port, "/healthz/ready").statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // it starts
      }
      if (!container.isAlive() || System.nanoTime() > until) {
        throw new AssertionError("the container does not get ready: " + container.log());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static HttpResponse<String> get(int port, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(request(port, path).GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private static int post(int port) throws Exception {
    String event =
        new JsonObject()
            .put("id", "e")
            .put("type", "user_input")
            .put("sessionId", "s")
            .put("timestamp", "2026-11-28T12:00:00Z")
            .put("content", "c")
            .encode();
    HttpRequest request =
        request(port, "/v1/events")
            .header("Authorization", "Bearer 0123456789abcdef0123456789abcdef")
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(event))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.ofString())
        .statusCode();
  }

  private static HttpRequest.Builder request(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
        .timeout(Duration.ofSeconds(20));
  }

  private static Path owned(Path path) throws IOException {
    Files.createDirectory(path);
    Files.setAttribute(path, "unix:uid", USER);
    Files.setAttribute(path, "unix:gid", USER);
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxrwx---"));
    return path;
  }

  /** As Kubernetes gives it: root's, readable by the pod's group. */
  private static void secret(Path directory, String name, String value) throws IOException {
    Path secret = Files.writeString(directory.resolve(name), value);
    Files.setAttribute(secret, "unix:gid", USER);
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("r--r-----"));
  }
}
