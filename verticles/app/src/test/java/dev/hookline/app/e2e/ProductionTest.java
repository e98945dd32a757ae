package dev.hookline.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.app.cluster.Certificates;
import dev.hookline.app.cluster.ClusterOptions;
import dev.hookline.app.cluster.ClusteredVertx;
import dev.hookline.app.deploy.Image;
import dev.hookline.app.deploy.Manifests;
import dev.hookline.app.deploy.Site;
import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatHint;
import dev.hookline.testkit.PostgresServer;
import dev.hookline.testkit.Waits;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The production overlay on this machine: its image, its settings, its way of being updated. */
@Tag("process")
@Timeout(600)
class ProductionTest {

  private static final int SENDERS = 4;
  private static final Duration GAP = Duration.ofMillis(100);
  private static final String INGEST_TOKEN = "0123456789abcdef0123456789abcdef";
  private static final String CLUSTER_SECRET = "fedcba9876543210fedcba9876543210";
  private static final String PASSWORD = "correct-horse-battery-staple";

  @TempDir Path directory;

  private Chat chat;
  private JsonObject bus;
  private PostgresServer postgres;
  private PodSet pods;

  @BeforeEach
  void start() throws Exception {
    chat = Chat.open();
    Certificates certificates = new Certificates(directory);
    JsonObject database = certificates.settings("hookline-db-rw");
    postgres =
        PostgresServer.sealed(
            directory,
            Path.of(database.getString("certFile")),
            Path.of(database.getString("keyFile")));
    postgres.create("hookline", PASSWORD);
    bus = certificates.settings("bus");
    pods = new PodSet(site(database), directory.resolve("pods"));
    pods.start();
  }

  @AfterEach
  void close() {
    if (pods != null) {
      pods.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    chat.close();
  }

  @Test
  void an_update_loses_nothing_and_turns_nobody_away() throws Exception {
    // Given
    try (Load load = new Load(pods.service(), INGEST_TOKEN, SENDERS, GAP)) {
      chat.awaits("something shown", () -> !chat.messages().isEmpty());

      // When
      pods.replaceOneByOne();
      Story[] stories = load.end();

      // Then
      Oracle oracle = new Oracle(chat);
      chat.awaits("everything shown", () -> oracle.shows(stories));
      oracle.sees(stories);
      assertThat(load.refused()).as("turned away").isZero();
      System.out.printf(
          "%d events taken, %d stories, %d topics%n",
          load.taken(), stories.length, chat.topics().size());
    }
  }

  @Test
  void hints_go_to_who_shows_the_certificate_and_knows_the_secret() throws Exception {
    // Given
    Vertx member = Waits.result(ClusteredVertx.start(member(), "the-test"));
    try {
      Addresses.registerCodecs(member);
      Promise<ChatHint> heard = Promise.promise();
      Waits.result(Addresses.CHAT_HINT.receive(member.eventBus(), heard::tryComplete).completion());

      // When
      String event = Story.numbered("s", 1).events().get(0).encode();
      assertThat(pods.service().get().post("/v1/events", INGEST_TOKEN, event).statusCode())
          .isEqualTo(200);

      // Then
      assertThat(Waits.result(heard.future())).isEqualTo(new ChatHint(chat.id()));
    } finally {
      Waits.result(member.close());
    }
  }

  /** A further node's part of the cluster, without the rest of it. */
  private ClusterOptions member() throws IOException {
    Path secret = Files.writeString(directory.resolve("cluster.secret"), CLUSTER_SECRET);
    JsonObject cluster =
        new JsonObject()
            .put("enabled", true)
            .put("members", pods.members())
            .put("host", pods.freeAddress())
            .put("secretFile", secret.toString())
            .put("tls", bus);
    return ClusterOptions.from(
        new Settings(new JsonObject().put("cluster", cluster), Map.of(), Map.of()));
  }

  private Site site(JsonObject database) throws IOException {
    Manifests manifests = Manifests.rendered(Path.of("../../k8s/overlays/production"));
    String settings = manifests.the("ConfigMap", "hookline").at("/data/hookline.yaml").asText();
    return new Site(
        Image.ofThisBuild(),
        manifests,
        Map.of(
            "hookline",
            Map.of(
                "telegram.token",
                chat.token(),
                "ingest.token",
                INGEST_TOKEN,
                "cluster.secret",
                CLUSTER_SECRET),
            "hookline-db-app",
            Map.of("password", PASSWORD),
            "hookline-db-ca",
            Map.of("ca.crt", text(database, "caFile")),
            "hookline-bus",
            Map.of(
                "tls.crt", text(bus, "certFile"),
                "tls.key", text(bus, "keyFile"),
                "ca.crt", text(bus, "caFile"))),
        Files.createFile(directory.resolve("hosts")),
        Map.of(
            "HOOKLINE_STORE_URL", url(settings),
            "HOOKLINE_TELEGRAM_API_ROOT", chat.apiRoot(),
            "HOOKLINE_TELEGRAM_CHAT_ID", String.valueOf(chat.id()),
            "HOOKLINE_TELEGRAM_BUDGET_PER_MINUTE", "1000000", // much is under way when a node goes
            "HOOKLINE_TELEGRAM_MIN_GAP_MILLIS", "0"));
  }

  private static String text(JsonObject files, String name) throws IOException {
    return Files.readString(Path.of(files.getString(name)));
  }

  /** The database's, with the port that it has here. */
  private String url(String settings) {
    String url =
        SettingsFile.parse("hookline.yaml", settings).getJsonObject("store").getString("url");
    return url.replace(":5432/", ":" + postgres.port() + "/");
  }
}
