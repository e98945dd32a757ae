package dev.hookline.app.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Something of this machine that a container has, too.
 *
 * @param source a directory or a file
 * @param inside where the container has it, as an absolute path
 */
record Mount(Path source, String inside, boolean readOnly) {

  /** Makes what it is mounted upon. */
  void makePoint(Path root) throws IOException {
    Path point = root.resolve(inside.substring(1));
    if (Files.isDirectory(source)) {
      Files.createDirectories(point);
    } else if (!Files.exists(point)) {
      Files.createDirectories(point.getParent());
      Files.createFile(point);
    }
  }

  /** Mounts it, where {@code $1} is the container's root. */
  String command() {
    String options = readOnly ? "-o ro " : "";
    return "mount --bind %s'%s' \"$1%s\"".formatted(options, source, inside);
  }
}
