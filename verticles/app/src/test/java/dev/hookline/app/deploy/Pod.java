package dev.hookline.app.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A pod of the nodes' StatefulSet on this machine, made and ended as the kubelet does it. */
public final class Pod implements AutoCloseable {

  private final String address;
  private final JsonNode spec;
  private final Container container;

  private Pod(String address, JsonNode spec, Container container) {
    this.address = address;
    this.spec = spec;
    this.container = container;
  }

  /**
   * Starts one, with volumes of its own.
   *
   * @param site where it runs
   * @param directory for its volumes and its log; must not be there yet
   * @param address its own
   */
  public static Pod start(Site site, Path directory, String address) throws IOException {
    JsonNode spec = site.manifests().the("StatefulSet", "hookline").at("/spec/template/spec");
    JsonNode node = spec.at("/containers/0");
    Files.createDirectory(directory);
    Volumes volumes =
        new Volumes(site.manifests(), site.secrets(), spec.at("/securityContext/fsGroup").asInt());
    for (JsonNode volume : spec.path("volumes")) {
      volumes.make(volume, directory.resolve(volume.path("name").asText()));
    }
    List<Mount> mounts = new ArrayList<>();
    mounts.add(new Mount(site.hosts(), "/etc/hosts", true));
    for (JsonNode mount : node.path("volumeMounts")) {
      mounts.add(
          new Mount(
              directory.resolve(mount.path("name").asText()),
              mount.path("mountPath").asText(),
              mount.path("readOnly").asBoolean()));
    }
    List<String> arguments = new ArrayList<>();
    node.path("args").forEach(argument -> arguments.add(argument.asText()));
    return new Pod(
        address,
        spec,
        site.image()
            .run(
                directory.resolve("log"),
                environment(site, node.path("env"), address),
                arguments,
                mounts));
  }

  public String address() {
    return address;
  }

  /** The URL of the door at which it is asked whether it takes events, and takes them. */
  public String url() {
    String name = readiness().path("port").asText();
    for (JsonNode port : spec.at("/containers/0/ports")) {
      if (port.path("name").asText().equals(name)) {
        return "http://" + address + ":" + port.path("containerPort").asInt();
      }
    }
    throw new AssertionError("it has no port " + name);
  }

  /** The path of the question. */
  public String readinessPath() {
    return readiness().path("path").asText();
  }

  private JsonNode readiness() {
    return spec.at("/containers/0/readinessProbe/httpGet");
  }

  public boolean isAlive() {
    return container.isAlive();
  }

  public String log() {
    return container.log();
  }

  /**
   * Ends it: what its preStop hook does, SIGTERM, and no more patience than it has asked for.
   *
   * @return what its process ended with
   */
  public int stop() throws InterruptedException {
    long sleep = spec.at("/containers/0/lifecycle/preStop/sleep/seconds").asLong();
    TimeUnit.SECONDS.sleep(sleep);
    container.terminate();
    long grace = spec.path("terminationGracePeriodSeconds").asLong() - sleep;
    if (!container.ends(Duration.ofSeconds(grace))) {
      throw new AssertionError("it would be killed: " + log());
    }
    return container.code();
  }

  @Override
  public void close() {
    container.close();
  }

  private static List<String> environment(Site site, JsonNode variables, String address) {
    Map<String, String> environment = new LinkedHashMap<>();
    for (JsonNode variable : variables) {
      boolean ip = variable.at("/valueFrom/fieldRef/fieldPath").asText().equals("status.podIP");
      environment.put(
          variable.path("name").asText(), ip ? address : variable.path("value").asText());
    }
    environment.put("HOOKLINE_INGEST_HOST", address); // 0.0.0.0 would be everybody's
    environment.put("HOOKLINE_CONSOLE_PORT", "0");
    environment.putAll(site.changed());
    return environment.entrySet().stream()
        .map(variable -> variable.getKey() + '=' + variable.getValue())
        .toList();
  }
}
