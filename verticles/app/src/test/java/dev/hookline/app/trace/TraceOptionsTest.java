package dev.hookline.app.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceOptionsTest {

  @TempDir private Path directory;

  @Test
  void are_off_unless_somebody_names_a_collector() {
    assertThat(read(Map.of()))
        .isEqualTo(new TraceOptions(Optional.empty(), Map.of(), 100, "hookline"));
  }

  @Test
  void know_where_collectors_take_traces() {
    assertThat(endpoint("http://127.0.0.1:4318")).isEqualTo("http://127.0.0.1:4318/v1/traces");
    assertThat(endpoint("https://otel.example/")).isEqualTo("https://otel.example/v1/traces");
    assertThat(endpoint("http://otel.example/here")).isEqualTo("http://otel.example/here");
  }

  @ParameterizedTest
  @ValueSource(strings = {"otel.example:4318", "grpc://otel.example", "http://", "http://a b"})
  void say_what_an_address_looks_like(String address) {
    assertThatThrownBy(() -> endpoint(address))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("HOOKLINE_TELEMETRY_TRACES_ENDPOINT")
        .hasMessageContaining(address)
        .hasMessageContaining("http://127.0.0.1:4318");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://user:secret@otel.example", "https://otel.example/?key=secret"})
  void show_no_secret_that_was_written_into_an_address(String address) {
    assertThatThrownBy(() -> endpoint(address))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("headersFile")
        .hasMessageNotContaining("secret@")
        .hasMessageNotContaining("=secret");
  }

  @Test
  void take_headers_from_a_file_and_show_none() throws IOException {
    TraceOptions options =
        read(Map.of("HEADERS_FILE", file("Authorization: Bearer hush-hush\n\nX-Scope: team 1\n")));

    assertThat(options.headers())
        .containsOnly(
            Map.entry("Authorization", "Bearer hush-hush"), Map.entry("X-Scope", "team 1"));
    assertThat(options.toString()).doesNotContain("hush").contains("Authorization");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hush-hush", "Name hush-hush", "Content-Length: hush-hush", "A: hüsh-hush"})
  void name_the_line_that_is_no_header_without_showing_it(String line) {
    assertThatThrownBy(() -> read(Map.of("HEADERS_FILE", file("A: b\n" + line + "\n"))))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("line 2")
        .hasMessageContaining("Authorization: Bearer SECRET")
        .hasMessageNotContaining("hush");
  }

  @Test
  void name_a_file_that_cannot_be_read() {
    assertThatThrownBy(() -> read(Map.of("HEADERS_FILE", "/nowhere/at-all")))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("/nowhere/at-all");
  }

  @Test
  void take_a_part_between_none_and_all() {
    assertThat(read(Map.of("SAMPLE_PERCENT", "5")).samplePercent()).isEqualTo(5);
    assertThatThrownBy(() -> read(Map.of("SAMPLE_PERCENT", "101")))
        .isInstanceOf(BadSettingsException.class)
        .hasMessageContaining("from 0 to 100");
  }

  private static String endpoint(String text) {
    return read(Map.of("ENDPOINT", text)).endpoint().map(URI::toString).orElseThrow();
  }

  private static TraceOptions read(Map<String, String> set) {
    Map<String, String> environment = new HashMap<>();
    set.forEach((key, value) -> environment.put("HOOKLINE_TELEMETRY_TRACES_" + key, value));
    Settings settings = new Settings(new JsonObject(), environment, Map.of());
    TraceOptions options = TraceOptions.from(settings);
    settings.conclude();
    return options;
  }

  private String file(String text) throws IOException {
    return Files.writeString(directory.resolve("headers"), text).toString();
  }
}
