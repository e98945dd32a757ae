package dev.hookline.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusOptionsTest {

  @TempDir private Path directory;

  @Test
  void keeps_both_doors_closed_when_nothing_is_set() {
    assertThat(options(Map.of()).open()).isFalse();
  }

  @Test
  void opens_the_door_for_programs_on_this_machine_only() {
    BusOptions.Tcp door = options(Map.of("BUS_ENABLED", "true")).tcp().orElseThrow();

    assertThat(door.host()).isEqualTo("127.0.0.1");
    assertThat(door.tls()).isEmpty();
  }

  @Test
  void wants_certificates_where_other_machines_can_come() {
    assertThatThrownBy(() -> options(Map.of("BUS_ENABLED", "true", "BUS_HOST", "0.0.0.0")))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("bus.host")
        .hasMessageContaining("set bus.tls.certFile");
  }

  @Test
  void wants_all_three_files_of_certificates() throws IOException {
    String file = Files.writeString(directory.resolve("node.pem"), "").toString();

    assertThatThrownBy(() -> options(Map.of("BUS_TLS_CERT_FILE", file)))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("bus.tls.keyFile")
        .hasMessageContaining("bus.tls.caFile");
  }

  @Test
  void reads_the_origins_of_pages() {
    BusOptions options =
        options(
            Map.of(
                "BUS_WEB_ENABLED", "true", "BUS_WEB_ORIGINS", "https://a.example, http://b:8000"));

    assertThat(options.web().orElseThrow().origins())
        .containsExactlyInAnyOrder("https://a.example", "http://b:8000");
  }

  private static BusOptions options(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>();
    variables.forEach((name, value) -> environment.put("HOOKLINE_" + name, value));
    Settings settings = new Settings(new JsonObject(), environment, Map.of());
    BusOptions options = BusOptions.from(settings);
    settings.conclude();
    return options;
  }
}
