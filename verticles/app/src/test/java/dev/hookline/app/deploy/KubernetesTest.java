package dev.hookline.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hookline.app.NodeOptions;
import dev.hookline.config.Settings;
import dev.hookline.config.SettingsFile;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is applied to a cluster, as kustomize renders it. */
@Tag("process")
class KubernetesTest {

  private static final Path K8S = Path.of("../../k8s");

  /**
   * The types of what there may be; of others somebody would have to look whether they are right.
   */
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "v1 Namespace", Namespace.class,
          "v1 ServiceAccount", ServiceAccount.class,
          "v1 ConfigMap", ConfigMap.class,
          "v1 Service", Service.class,
          "apps/v1 StatefulSet", StatefulSet.class,
          "policy/v1 PodDisruptionBudget", PodDisruptionBudget.class,
          "autoscaling/v2 HorizontalPodAutoscaler", HorizontalPodAutoscaler.class,
          "networking.k8s.io/v1 NetworkPolicy", NetworkPolicy.class,
          "monitoring.coreos.com/v1 ServiceMonitor", ServiceMonitor.class,
          "monitoring.coreos.com/v1 PrometheusRule", PrometheusRule.class);

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void every_object_is_what_kubernetes_says_it_is(String overlay) {
    for (JsonNode object : overlay(overlay).all()) {
      String type = object.path("apiVersion").asText() + " " + object.path("kind").asText();
      assertThat(TYPES).containsKey(type);
      Manifests.as(TYPES.get(type), object);
    }
  }

  @Test
  void a_typing_error_would_be_found() {
    JsonNode nodes = overlay("laptop").the("StatefulSet", "hookline");
    ((ObjectNode) nodes.at("/spec/template/spec/containers/0")).put("imagePullPolice", "Never");

    assertThatThrownBy(() -> Manifests.as(StatefulSet.class, nodes))
        .hasMessageContaining("imagePullPolice");
  }

  @Test
  void a_number_in_place_of_a_text_would_be_found() {
    JsonNode nodes = overlay("laptop").the("StatefulSet", "hookline");
    ((ObjectNode) nodes.at("/spec/template/spec/containers/0/env/0")).put("value", 5);

    assertThatThrownBy(() -> Manifests.as(StatefulSet.class, nodes))
        .hasMessageContaining("Integer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void the_node_takes_the_settings(String overlay) throws IOException {
    Settings settings = settings(overlay(overlay));

    NodeOptions options = NodeOptions.from(settings);

    assertThat(options.ingest().port()).isEqualTo(8787);
    assertThat(options.ingest().socket()).isNull();
    assertThat(options.cluster().enabled()).isEqualTo(overlay.equals("production"));
  }

  @Test
  void nodes_find_one_another_by_the_headless_service() throws IOException {
    Manifests production = overlay("production");
    NodeOptions options = NodeOptions.from(settings(production));
    JsonNode service = production.the("Service", "hookline-nodes");

    assertThat(options.cluster().dns())
        .isEqualTo("hookline-nodes." + namespace(service) + ".svc.cluster.local");
    assertThat(service.at("/spec/clusterIP").asText()).isEqualTo("None");
    assertThat(service.at("/spec/publishNotReadyAddresses").asBoolean()).isTrue();
    assertThat(numbers(service.at("/spec/ports"), "port"))
        .containsExactly(options.cluster().own().port(), options.cluster().own().busPort());
    assertThat(options.cluster().own().host()).isEqualTo("10.1.2.3"); // status.podIP
    assertThat(production.the("StatefulSet", "hookline").at("/spec/serviceName").asText())
        .isEqualTo("hookline-nodes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void pods_keep_to_the_restricted_standard(String overlay) {
    JsonNode pod = pod(overlay(overlay));
    JsonNode container = pod.at("/containers/0");

    assertThat(pod.path("containers")).hasSize(1);
    assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
    assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(container.at("/securityContext/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
    assertThat(pod.path("hostNetwork").isMissingNode()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void secrets_are_files_and_never_in_the_environment(String overlay) {
    JsonNode pod = pod(overlay(overlay));

    for (JsonNode variable : pod.at("/containers/0/env")) {
      assertThat(variable.at("/valueFrom/secretKeyRef").isMissingNode()).isTrue();
    }
    assertThat(pod.findValues("envFrom")).isEmpty();
    assertThat(pod.findValues("defaultMode")).allMatch(mode -> mode.asInt() == 0440);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void every_volume_is_mounted_and_every_mount_has_its_volume(String overlay) {
    JsonNode nodes = overlay(overlay).the("StatefulSet", "hookline");
    List<String> volumes = names(nodes.at("/spec/template/spec/volumes"));
    for (JsonNode claim : nodes.at("/spec/volumeClaimTemplates")) {
      volumes.add(claim.at("/metadata/name").asText());
    }

    assertThat(names(nodes.at("/spec/template/spec/containers/0/volumeMounts")))
        .containsExactlyInAnyOrderElementsOf(volumes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void probes_ask_what_a_node_answers_and_only_the_store_makes_it_unready(String overlay) {
    JsonNode node = pod(overlay(overlay)).at("/containers/0");

    assertThat(node.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/healthz/ready");
    assertThat(node.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/healthz/live");
    assertThat(node.at("/startupProbe/httpGet/path").asText()).isEqualTo("/healthz/live");
    assertThat(names(node.path("ports")))
        .contains(node.at("/readinessProbe/httpGet/port").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void a_pod_has_the_time_that_a_node_needs_to_stop(String overlay) {
    JsonNode pod = pod(overlay(overlay));

    int sleeps = pod.at("/containers/0/lifecycle/preStop/sleep/seconds").asInt();
    assertThat(sleeps).isPositive();
    assertThat(pod.path("terminationGracePeriodSeconds").asInt())
        .isGreaterThan(sleeps + 20); // LocalNode's own patience
  }

  @ParameterizedTest
  @ValueSource(strings = {"laptop", "production"})
  void everything_is_denied_but_what_is_named(String overlay) {
    Manifests manifests = overlay(overlay);
    JsonNode deny = manifests.the("NetworkPolicy", "default-deny").path("spec");

    assertThat(deny.path("podSelector")).isEmpty();
    assertThat(deny.path("policyTypes")).hasSize(2);
    assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
    for (JsonNode object : manifests.all()) {
      if (object.path("kind").asText().equals("NetworkPolicy")) {
        assertThat(object.at("/spec/ingress")).allMatch(rule -> rule.has("from"));
        assertThat(object.at("/spec/egress")).allMatch(rule -> rule.has("to"));
      }
    }
  }

  @Test
  void ports_of_the_cluster_are_for_nodes_only() {
    JsonNode policy = overlay("production").the("NetworkPolicy", "hookline-nodes").path("spec");

    assertThat(policy.at("/ingress")).hasSize(1);
    assertThat(policy.at("/ingress/0/from")).hasSize(1);
    assertThat(policy.at("/ingress/0/from/0/podSelector")).isEqualTo(policy.path("podSelector"));
    assertThat(policy.at("/ingress/0/from/0").has("namespaceSelector")).isFalse();
  }

  @Test
  void what_selects_pods_selects_the_nodes() {
    Manifests production = overlay("production");
    JsonNode labels =
        production.the("StatefulSet", "hookline").at("/spec/template/metadata/labels");

    assertThat(production.the("Service", "hookline").at("/spec/selector")).isEqualTo(labels);
    assertThat(production.the("Service", "hookline-nodes").at("/spec/selector")).isEqualTo(labels);
    assertThat(production.the("PodDisruptionBudget", "hookline").at("/spec/selector/matchLabels"))
        .isEqualTo(labels);
    assertThat(production.the("NetworkPolicy", "hookline").at("/spec/podSelector/matchLabels"))
        .isEqualTo(labels);
    assertThat(production.the("ServiceMonitor", "hookline").at("/spec/selector/matchLabels"))
        .isEqualTo(production.the("Service", "hookline").at("/metadata/labels"));
  }

  @Test
  void the_database_of_the_example_is_the_one_that_the_nodes_use() throws IOException {
    Manifests production = overlay("production");
    Manifests example = Manifests.read(K8S.resolve("examples/postgresql.yaml"));
    String database = example.the("Cluster", "hookline-db").at("/metadata/name").asText();

    assertThat(NodeOptions.from(settings(production)).store().url())
        .startsWith("jdbc:postgresql://" + database + "-rw:5432/hookline?sslmode=verify-full");
    assertThat(pod(production).findValuesAsText("secretName"))
        .containsExactlyInAnyOrder("hookline", "hookline-bus");
    assertThat(pod(production).at("/volumes").toString())
        .contains(database + "-app", database + "-ca");
    Manifests.as(NetworkPolicy.class, example.the("NetworkPolicy", database));
  }

  @Test
  void nodes_show_one_another_the_certificate_of_the_example() throws IOException {
    Manifests production = overlay("production");
    JsonNode certificate =
        Manifests.read(K8S.resolve("examples/certificates.yaml"))
            .the("Certificate", "hookline-bus")
            .path("spec");

    assertThat(NodeOptions.from(settings(production)).cluster().tls()).isPresent();
    assertThat(pod(production).findValuesAsText("secretName"))
        .contains(certificate.path("secretName").asText());
    assertThat(certificate.path("usages").toString()).contains("server auth", "client auth");
    assertThat(certificate.at("/privateKey/encoding").asText()).isEqualTo("PKCS8");
  }

  private static Manifests overlay(String name) {
    return Manifests.rendered(K8S.resolve("overlays").resolve(name));
  }

  private static JsonNode pod(Manifests manifests) {
    return manifests.the("StatefulSet", "hookline").at("/spec/template/spec");
  }

  /** The settings as the node finds them in its container; its secrets are made up. */
  private Settings settings(Manifests manifests) throws IOException {
    Path secrets = Files.createDirectory(directory.resolve("secrets"));
    secret(secrets, "telegram.token", "123456:abcdefghijklmnopqrstuvwxyzABCDEFGHI");
    secret(secrets, "ingest.token", "0123456789abcdef0123456789abcdef");
    secret(secrets, "cluster.secret", "0123456789abcdef0123456789abcdef");
    secret(secrets, "password", "hush");
    for (String file : List.of("tls.crt", "tls.key", "ca.crt")) {
      secret(secrets, file, "made up");
    }
    String yaml =
        manifests
            .the("ConfigMap", "hookline")
            .at("/data/hookline.yaml")
            .asText()
            .replaceAll("/run/secrets/(hookline|database|bus)", secrets.toString());
    Path file = Files.writeString(directory.resolve("hookline.yaml"), yaml);
    JsonObject tree = SettingsFile.read(file);
    Map<String, String> environment = new TreeMap<>();
    for (JsonNode variable : pod(manifests).at("/containers/0/env")) {
      environment.put(
          variable.path("name").asText(),
          variable.has("value") ? variable.path("value").asText() : "10.1.2.3");
    }
    return new Settings(tree, environment, Map.of());
  }

  private static void secret(Path directory, String name, String value) throws IOException {
    Path file = Files.writeString(directory.resolve(name), value);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
  }

  private static String namespace(JsonNode object) {
    return object.at("/metadata/namespace").asText();
  }

  private static List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(item -> names.add(item.path("name").asText()));
    return names;
  }

  private static List<Integer> numbers(JsonNode list, String field) {
    List<Integer> numbers = new ArrayList<>();
    list.forEach(item -> numbers.add(item.path(field).asInt()));
    return numbers;
  }
}
