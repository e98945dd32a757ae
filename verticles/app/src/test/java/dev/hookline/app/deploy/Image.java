package dev.hookline.app.deploy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An image of containers: made by the launcher, unpacked, and run as an engine would run it. */
final class Image {

  private static final Path LAUNCHER = Path.of("../../hookline");

  private final Path root;
  private final String name;
  private final JsonObject config;

  private Image(Path root, String name, JsonObject config) {
    this.root = root;
    this.name = name;
    this.config = config;
  }

  /** Makes the image's file. */
  static Path build(Path file) throws IOException {
    Tool.Said said =
        Tool.run("dash", "sh", LAUNCHER.toRealPath().toString(), "image", file.toString());
    if (said.code() != 0) {
      throw new AssertionError("no image: " + said.words());
    }
    return file;
  }

  /** Unpacks an image's file into a directory, layer by layer. */
  static Image unpack(Path file, Path directory) throws IOException {
    Path parts = Files.createDirectories(directory.resolve("parts"));
    Path root = Files.createDirectories(directory.resolve("root"));
    extract(file, parts);
    JsonObject index = json(parts.resolve("index.json"));
    JsonObject described = index.getJsonArray("manifests").getJsonObject(0);
    JsonObject manifest = json(blob(parts, described));
    for (Object layer : manifest.getJsonArray("layers")) {
      extract(blob(parts, (JsonObject) layer), root);
    }
    JsonObject image = json(blob(parts, manifest.getJsonObject("config")));
    String name =
        described.getJsonObject("annotations").getString("org.opencontainers.image.ref.name");
    return new Image(root, name, image.getJsonObject("config"));
  }

  /** The name that it is loaded under, with its tag. */
  String name() {
    return name;
  }

  /** Its file system. */
  Path root() {
    return root;
  }

  /** How it wants to be run. */
  JsonObject config() {
    return config;
  }

  /**
   * Runs it: as its user, with nothing of this machine but the network, a file system that is
   * read-only, and a few directories mounted into it.
   *
   * @param mounts directories of this machine, and where they are in the container, in pairs
   */
  Process run(List<String> environment, List<String> arguments, Object... mounts)
      throws IOException {
    StringBuilder script = new StringBuilder("set -eu\n");
    script.append("mount --bind \"$1\" \"$1\"\n");
    for (String kernel : List.of("proc", "dev", "tmp")) {
      Files.createDirectories(root.resolve(kernel));
    }
    for (int i = 0; i < mounts.length; i += 2) {
      Path inside = root.resolve(((String) mounts[i + 1]).substring(1));
      Files.createDirectories(inside);
      script.append("mount --bind '%s' '%s'\n".formatted(mounts[i], inside));
    }
    script.append("mount -o remount,bind,ro \"$1\"\n");
    script.append("mount -t proc proc \"$1/proc\"\n");
    script.append("mount --rbind /dev \"$1/dev\"\n");
    script.append("mount -t tmpfs -o mode=1777 tmpfs \"$1/tmp\"\n");
    script.append("cd /\nroot=$1\nshift\n");
    script.append(
        "exec chroot --userspec=%s \"$root\" \"$@\"\n".formatted(config.getString("User")));

    List<String> command = new ArrayList<>();
    command.addAll(List.of("unshare", "--mount", "--pid", "--fork", "--kill-child"));
    command.addAll(List.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
    config.getJsonArray("Env", new JsonArray()).forEach(value -> command.add((String) value));
    command.addAll(environment);
    command.addAll(List.of("sh", "-c", script.toString(), "container", root.toString()));
    config.getJsonArray("Entrypoint").forEach(word -> command.add((String) word));
    command.addAll(arguments);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(root.resolveSibling("container.log").toFile())
        .start();
  }

  /** What it said. */
  String log() throws IOException {
    return Files.readString(root.resolveSibling("container.log"));
  }

  /** The file that a descriptor of the OCI image format names. */
  private static Path blob(Path parts, JsonObject descriptor) {
    return parts.resolve("blobs").resolve(descriptor.getString("digest").replace(':', '/'));
  }

  private static JsonObject json(Path file) throws IOException {
    return new JsonObject(Files.readString(file));
  }

  private static void extract(Path archive, Path into) {
    Tool.Said said =
        Tool.run(
            "tar",
            "tar",
            "--extract",
            "--no-same-owner",
            "--file=" + archive,
            "--directory=" + into);
    if (said.code() != 0) {
      throw new AssertionError(said.words());
    }
  }
}
