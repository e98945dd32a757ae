package dev.hookline.ingest;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Directories that only their owner can enter (0700), where the system knows such a thing. */
final class PrivateDirectory {

  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");

  private PrivateDirectory() {}

  /** Makes the directory and those above it, private as far as they are new. */
  static void create(Path directory) throws IOException {
    if (Files.isDirectory(directory)) {
      return;
    }
    if (knowsPermissions(directory)) {
      Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    } else {
      Files.createDirectories(directory);
    }
  }

  /** Shuts others out of a directory that is ours. */
  static void shut(Path directory) throws IOException {
    if (knowsPermissions(directory)) {
      Files.setPosixFilePermissions(directory, OWNER_ONLY);
    }
  }

  /** Whether nobody but the owner can enter. */
  static boolean isPrivate(Path directory) throws IOException {
    return !knowsPermissions(directory)
        || OWNER_ONLY.containsAll(Files.getPosixFilePermissions(directory));
  }

  private static boolean knowsPermissions(Path path) throws IOException {
    Path existing = path.toAbsolutePath();
    while (Files.notExists(existing)) {
      existing = existing.getParent();
    }
    FileStore store = Files.getFileStore(existing);
    return store.supportsFileAttributeView(PosixFileAttributeView.class);
  }
}
