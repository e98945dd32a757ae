package dev.hookline.app.deploy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** An image of containers: made by the launcher, unpacked, and run as an engine would run it. */
public final class Image {

  private static final Path LAUNCHER = Path.of("../../hookline");
  private static final Path HERE = Path.of("target/image");
  private static Image ofThisBuild;

  private final Path file;
  private final Path root;
  private final String name;
  private final JsonObject config;

  private Image(Path file, Path root, String name, JsonObject config) {
    this.file = file;
    this.root = root;
    this.name = name;
    this.config = config;
  }

  /** The image of what is tested, made and unpacked once for all tests. */
  public static synchronized Image ofThisBuild() throws IOException {
    if (ofThisBuild == null) {
      Path directory = emptied(HERE).toRealPath();
      ofThisBuild = unpack(build(directory.resolve("hookline.tar")), directory);
    }
    return ofThisBuild;
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
  private static Image unpack(Path file, Path directory) throws IOException {
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
    return new Image(file, root, name, image.getJsonObject("config"));
  }

  /** What it was unpacked from. */
  Path file() {
    return file;
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
   * read-only, and what is mounted into it. Several may run at a time.
   *
   * @param log where it says what it has to say; what is there already is kept
   */
  Container run(Path log, List<String> environment, List<String> arguments, List<Mount> mounts)
      throws IOException {
    for (String kernel : List.of("proc", "dev", "tmp")) {
      Files.createDirectories(root.resolve(kernel));
    }
    for (Mount mount : mounts) {
      mount.makePoint(root);
    }
    List<String> command = new ArrayList<>();
    command.addAll(List.of("unshare", "--mount", "--pid", "--fork"));
    command.addAll(List.of("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin"));
    config.getJsonArray("Env", new JsonArray()).forEach(value -> command.add((String) value));
    command.addAll(environment);
    command.addAll(List.of("sh", "-c", script(mounts), "container", root.toString()));
    config.getJsonArray("Entrypoint").forEach(word -> command.add((String) word));
    command.addAll(arguments);
    return new Container(command, log);
  }

  private String script(List<Mount> mounts) {
    StringBuilder script = new StringBuilder("set -eu\n");
    script.append("mount --bind \"$1\" \"$1\"\n");
    mounts.forEach(mount -> script.append(mount.command()).append('\n'));
    script.append("mount -o remount,bind,ro \"$1\"\n");
    script.append("mount -t proc proc \"$1/proc\"\n");
    script.append("mount --rbind /dev \"$1/dev\"\n");
    if (mounts.stream().noneMatch(mount -> mount.inside().equals("/tmp"))) {
      script.append("mount -t tmpfs -o mode=1777 tmpfs \"$1/tmp\"\n");
    }
    script.append("cd /\nroot=$1\nshift\n");
    script.append(
        "exec chroot --userspec=%s \"$root\" \"$@\"\n".formatted(config.getString("User")));
    return script.toString();
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

  private static Path emptied(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> all = Files.walk(directory)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
    return Files.createDirectories(directory);
  }
}
