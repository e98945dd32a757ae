package dev.hookline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IngestOptionsTest {

  private static final Path DATA = Path.of("/home/ann/.local/share/hookline");

  @Test
  void has_the_defaults_that_the_documents_promise() {
    IngestOptions options = read(new JsonObject());

    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isEqualTo(8787);
    assertThat(options.socket()).isEqualTo(DATA.resolve("hookline.sock"));
    assertThat(options.lineSocket()).isEqualTo(DATA.resolve("bridge.sock"));
    assertThat(options.tokenFile()).isEqualTo(DATA.resolve("ingest.token"));
    assertThat(options.chat()).isEqualTo(-1001);
    assertThat(options.limits().maxBody()).isEqualTo(1_048_576);
    assertThat(options.limits().patience()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void reads_names_as_a_list_or_with_commas() {
    JsonArray list = new JsonArray().add("Bridge.example").add("10.0.0.7");

    assertThat(read(new JsonObject().put("allowedHosts", list)).allowedHosts())
        .containsExactlyInAnyOrder("bridge.example", "10.0.0.7");
    assertThat(read(new JsonObject().put("allowedHosts", "a, b,")).allowedHosts())
        .containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void opens_no_socket_that_is_not_wanted() {
    IngestOptions options = read(new JsonObject().put("socket", "none").put("lineSocket", "none"));

    assertThat(options.socket()).isNull();
    assertThat(options.lineSocket()).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "port, 70000",
    "port, x",
    "patienceMillis, 5",
    "maxBodyBytes, 1",
    "maxConnections, 0",
    "socket, /a/very/long/path/that/no/system/would/take/because/it/has/more/than/one/hundred/bytes/in/it/all/together.sock"
  })
  void names_the_setting_that_is_wrong(String key, String value) {
    Settings settings = settings(new JsonObject().put(key, value));
    IngestOptions.from(settings, -1001, true, true);

    assertThatThrownBy(settings::conclude)
        .isInstanceOf(BadSettingsException.class)
        .hasMessageStartingWith("ingest." + key + " is \"" + value + "\": ");
  }

  private static IngestOptions read(JsonObject ingest) {
    Settings settings = settings(ingest);
    IngestOptions options = IngestOptions.from(settings, -1001, true, true);
    settings.conclude();
    return options;
  }

  private static Settings settings(JsonObject ingest) {
    return new Settings(new JsonObject().put("dataDir", DATA.toString()).put("ingest", ingest));
  }
}
