package dev.hookline.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.Settings;
import dev.hookline.testkit.PostgresServer;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a node and its PostgreSQL come up. */
@Tag("postgres")
class LocalNodeTest {

  @TempDir Path directory;

  @Test
  void starts_once_its_database_does() throws Exception {
    try (PostgresServer server = PostgresServer.start(directory)) {
      server.crash();
      CompletableFuture<LocalNode> starting =
          CompletableFuture.supplyAsync(
              () -> LocalNode.start(options(server.url()), Sources.system()));

      server.restart();

      try (LocalNode node = starting.get(60, TimeUnit.SECONDS)) {
        assertThat(node.node().ingestPort()).isPositive();
      }
    }
  }

  @Test
  void says_at_once_what_no_waiting_can_change() {
    try (PostgresServer server = PostgresServer.start(directory)) {
      String url = server.url().replace("/postgres?", "/nothing?");

      assertThatThrownBy(() -> LocalNode.start(options(url), Sources.system()))
          .isInstanceOf(CannotStartException.class)
          .hasMessageContaining("database \"nothing\" does not exist");
    }
  }

  private NodeOptions options(String store) {
    Map<String, String> environment = new HashMap<>();
    environment.put("HOOKLINE_TELEGRAM_TOKEN", "1:abc");
    environment.put("HOOKLINE_TELEGRAM_CHAT_ID", "-1001");
    environment.put("HOOKLINE_TELEGRAM_API_ROOT", "http://127.0.0.1:9");
    environment.put("HOOKLINE_DATA_DIR", directory.resolve("data").toString());
    environment.put("HOOKLINE_INGEST_PORT", "0");
    environment.put("HOOKLINE_CONSOLE_PORT", "0");
    environment.put("HOOKLINE_STORE_URL", store);
    return NodeOptions.from(new Settings(new JsonObject(), environment, Map.of()));
  }
}
