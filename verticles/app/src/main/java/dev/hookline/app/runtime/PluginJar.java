package dev.hookline.app.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

/** Whether a jar can be used: it runs with all the rights of the node. Blocks. */
final class PluginJar {

  private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

  private PluginJar() {}

  /** What to do before the entry's jar can be used; empty when nothing is wrong with it. */
  static Optional<String> problem(Path directory, VerticleOptions entry) {
    Path jar = directory.resolve(entry.jar());
    try {
      if (!Files.isRegularFile(jar)) {
        return Optional.of("put the file into " + directory);
      }
      if (isWritableByOthers(directory) || isWritableByOthers(jar)) {
        return Optional.of(
            "take the right to write from others: chmod go-w " + directory + " " + jar);
      }
      try (JarFile file = new JarFile(jar.toFile())) {
        String name = entry.className().replace('.', '/') + ".class";
        return file.getEntry(name) == null
            ? Optional.of("name a jar that holds " + entry.className())
            : Optional.empty();
      }
    } catch (IOException unreadable) {
      return Optional.of("name a jar that can be read (" + unreadable.getMessage() + ")");
    }
  }

  private static boolean isWritableByOthers(Path path) throws IOException {
    return Files.getPosixFilePermissions(path).stream().anyMatch(OTHERS_MAY_WRITE::contains);
  }
}
