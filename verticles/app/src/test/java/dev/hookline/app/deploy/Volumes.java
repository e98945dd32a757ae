package dev.hookline.app.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes a pod's volumes as the kubelet does: files are root's and the group's, an empty directory
 * is everybody's.
 */
final class Volumes {

  private static final int PLAIN = 0644; // Kubernetes' default

  private final Manifests manifests;
  private final Map<String, Map<String, String>> secrets;
  private final int group;

  /**
   * @param secrets what each has, by its key
   * @param group the pod's {@code fsGroup}
   */
  Volumes(Manifests manifests, Map<String, Map<String, String>> secrets, int group) {
    this.manifests = manifests;
    this.secrets = secrets;
    this.group = group;
  }

  /** Makes one in a directory that is not there yet. */
  void make(JsonNode volume, Path directory) throws IOException {
    Files.createDirectory(directory);
    if (volume.has("emptyDir")) {
      give(directory, 0777);
    } else if (volume.has("configMap")) {
      String name = volume.at("/configMap/name").asText();
      write(directory, texts(manifests.the("ConfigMap", name).path("data")), PLAIN);
    } else if (volume.has("secret")) {
      JsonNode secret = volume.path("secret");
      write(directory, secret(secret.path("secretName").asText()), mode(secret));
    } else if (volume.has("projected")) {
      for (JsonNode source : volume.at("/projected/sources")) {
        write(directory, projected(source.path("secret")), mode(volume.path("projected")));
      }
    } else {
      throw new AssertionError("a kind of volume that no test knows: " + volume);
    }
  }

  private Map<String, String> projected(JsonNode secret) {
    Map<String, String> all = secret(secret.path("name").asText());
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonNode item : secret.path("items")) {
      files.put(item.path("path").asText(), all.get(item.path("key").asText()));
    }
    return files;
  }

  private Map<String, String> secret(String name) {
    if (!secrets.containsKey(name)) {
      throw new AssertionError("there is no secret " + name + "; the pod would wait for ever");
    }
    return secrets.get(name);
  }

  private void write(Path directory, Map<String, String> files, int mode) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      give(Files.writeString(directory.resolve(file.getKey()), file.getValue()), mode);
    }
  }

  private void give(Path path, int mode) throws IOException {
    Files.setAttribute(path, "unix:gid", group);
    Files.setAttribute(path, "unix:mode", mode);
  }

  private static int mode(JsonNode volume) {
    return volume.path("defaultMode").asInt(PLAIN);
  }

  private static Map<String, String> texts(JsonNode data) {
    Map<String, String> texts = new LinkedHashMap<>();
    data.fields().forEachRemaining(file -> texts.put(file.getKey(), file.getValue().asText()));
    return texts;
  }
}
