package dev.hookline.ingest;

import static dev.hookline.ingest.OpenIngest.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hookline.ingest.Caller.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in. */
class GateTest {

  @TempDir Path directory;

  private OpenIngest ingest;
  private Caller stranger;

  @BeforeEach
  void open() {
    ingest = OpenIngest.in(directory);
    stranger = ingest.stranger();
  }

  @AfterEach
  void close() {
    stranger.close();
    ingest.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Bearer guess", "Basic %s", "%s", "Bearer %sx"})
  void lets_nobody_in_without_the_token(String authorization) {
    String header = authorization.replace("%s", ingest.token());
    stranger.with("Authorization", header.isEmpty() ? null : header);

    Answer answer = post();

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.headers()).containsEntry("www-authenticate", "Bearer");
    assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    assertThat(answer.body()).contains("ingest.tokenFile").doesNotContain(ingest.token());
    assertThat(ingest.totals().accepted()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/hooks/claude", "/v1/hooks/emacs", "/", "/v1/events/x"})
  void tells_a_stranger_nothing_about_any_path(String path) {
    assertThat(stranger.post(path, "{}").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer", "bearer", "BEARER"})
  void knows_the_scheme_in_every_spelling(String scheme) {
    stranger.with("Authorization", scheme + " " + ingest.token());

    assertThat(post().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "LOCALHOST:8787", "127.0.0.1", "[::1]:1", "bridge.example:443"})
  void answers_to_its_own_names(String host) {
    stranger.with("Authorization", "Bearer " + ingest.token()).with("Host", host);

    assertThat(post().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8787"})
  void refuses_a_foreign_name_even_with_the_token(String host) {
    stranger.with("Authorization", "Bearer " + ingest.token()).with("Host", host);

    Answer answer = post();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().getString("detail")).contains("ingest.allowedHosts");
    assertThat(ingest.totals().accepted()).isZero();
  }

  @Test
  void refuses_two_names_at_once() {
    stranger.with("Authorization", "Bearer " + ingest.token()).with("Host", "localhost");
    stranger.with("host", "evil.example");

    assertThat(post().status()).isIn(400, 403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "http://localhost:8787", ""})
  void refuses_web_pages_even_with_the_token(String origin) {
    stranger.with("Authorization", "Bearer " + ingest.token()).with("Origin", origin);

    Answer answer = post();

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
    assertThat(ingest.totals().accepted()).isZero();
  }

  @Test
  void refuses_the_question_that_a_browser_asks_first() {
    stranger.with("Origin", "http://evil.example").with("Access-Control-Request-Method", "POST");

    Answer answer = stranger.request("OPTIONS", "/v1/events", new byte[0]);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.headers().keySet()).noneMatch(name -> name.startsWith("access-control"));
  }

  @Test
  void asks_nobody_for_a_token_on_the_unix_socket() {
    try (Caller local = Caller.of(ingest.socket()).with("Host", "anything")) {
      assertThat(local.post("/v1/events", event("s-1", "a")).status()).isEqualTo(200);
    }
  }

  @Test
  void opens_its_sockets_to_its_own_user_only() throws IOException {
    assertThat(permissions(ingest.socket())).isEqualTo("rw-------");
    assertThat(permissions(ingest.lineSocket())).isEqualTo("rw-------");
    assertThat(permissions(ingest.socket().getParent())).isEqualTo("rwx------");
  }

  @Test
  void takes_its_sockets_away_when_it_ends() {
    ingest.undeploy();

    assertThat(ingest.socket()).doesNotExist();
    assertThat(ingest.lineSocket()).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/healthz/live", "/healthz/ready", "/healthz", "/metrics"})
  void tells_probes_how_it_is_without_a_token_and_under_any_name(String path) {
    stranger.with("Host", "10.1.2.3:8787");

    assertThat(stranger.get(path).status()).isEqualTo(200);
  }

  private Answer post() {
    return stranger.post("/v1/events", event("s-1", "a"));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
