package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hookline.config.Settings;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterOptionsTest {

  @TempDir Path directory;

  @Test
  void looks_for_nobody_when_nothing_is_set() {
    assertThat(options().enabled()).isFalse();
  }

  @Test
  void asks_where_the_nodes_are() {
    assertThatThrownBy(() -> options("enabled", true))
        .hasMessage(
            "cluster.members is not set: write where the nodes are, as host:port, … ; or a DNS name"
                + " in cluster.dns");
  }

  @Test
  void gives_members_without_a_port_its_own() {
    ClusterOptions options =
        options("enabled", true, "port", 6000, "members", "a, b:1, 10.0.0.1 , [::1]:2, ::1");

    assertThat(options.members())
        .containsExactly("a:6000", "b:1", "10.0.0.1:6000", "[::1]:2", "[::1]:6000");
  }

  @Test
  void names_a_member_that_cannot_be() {
    assertThatThrownBy(() -> options("enabled", true, "members", "a:0, b:port, :5, c:65536"))
        .hasMessageContaining("cluster.members is \"a:0\": write host:port")
        .hasMessageContaining("cluster.members is \"b:port\": write host:port")
        .hasMessageContaining("cluster.members is \":5\": write host:port")
        .hasMessageContaining("cluster.members is \"c:65536\": write host:port");
  }

  @Test
  void takes_members_or_a_dns_name() {
    assertThatThrownBy(() -> options("enabled", true, "members", "a", "dns", "hookline.svc"))
        .hasMessage(
            "cluster.dns is \"hookline.svc\": remove it, or cluster.members: one of them tells where"
                + " nodes are");
  }

  @Test
  void refuses_to_publish_an_address_that_stands_for_all() {
    assertThatThrownBy(() -> options("enabled", true, "members", "a", "host", "0.0.0.0"))
        .hasMessageContaining("cluster.host is \"0.0.0.0\": write the one address");
  }

  @Test
  void publishes_where_it_listens_unless_told_otherwise() {
    ClusterOptions plain = options("enabled", true, "members", "a", "host", "10.0.0.1");
    ClusterOptions behind =
        options("enabled", true, "members", "a", "publicHost", "nat", "publicPort", 7);

    assertThat(plain.published().member()).isEqualTo("10.0.0.1:5701");
    assertThat(behind.published().member()).isEqualTo("nat:7");
  }

  @Test
  void wants_all_three_files_for_certificates() throws IOException {
    Path file = Files.createFile(directory.resolve("a"));

    assertThatThrownBy(() -> options("tls", new JsonObject().put("certFile", file.toString())))
        .hasMessageContaining("cluster.tls.keyFile is not set: name its file too")
        .hasMessageContaining("cluster.tls.caFile is not set: name its file too");
  }

  @Test
  void names_a_certificate_that_cannot_be_read() {
    String missing = directory.resolve("missing").toString();

    assertThatThrownBy(() -> options("tls", new JsonObject().put("caFile", missing)))
        .hasMessageContaining("cluster.tls.caFile is \"" + missing + "\": name a file that can be");
  }

  @Test
  void hides_the_secret_in_the_name_that_members_see() throws IOException {
    Path file = Files.writeString(directory.resolve("s"), "a secret of some length\n");

    ClusterOptions options = options("secretFile", file.toString());

    assertThat(options.secret().orElseThrow().name("hookline"))
        .startsWith("hookline-")
        .hasSize("hookline-".length() + 32)
        .isNotEqualTo(new ClusterSecret("another of some length").name("hookline"));
    assertThat(options.toString()).doesNotContain("some length");
  }

  @Test
  void refuses_a_secret_that_can_be_guessed_without_showing_it() throws IOException {
    Path file = Files.writeString(directory.resolve("s"), "hunter2");

    assertThatThrownBy(() -> options("secretFile", file.toString()))
        .hasMessageContaining("put a secret of at least 16 characters into it")
        .message()
        .doesNotContain("hunter2");
  }

  private static ClusterOptions options(Object... changed) {
    JsonObject cluster = new JsonObject();
    for (int i = 0; i < changed.length; i += 2) {
      cluster.put((String) changed[i], changed[i + 1]);
    }
    Settings settings = new Settings(new JsonObject().put("cluster", cluster), Map.of(), Map.of());
    ClusterOptions options = ClusterOptions.from(settings);
    settings.conclude();
    return options;
  }
}
