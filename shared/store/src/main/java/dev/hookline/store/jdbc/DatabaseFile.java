package dev.hookline.store.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** The file of an embedded database, for its owner's eyes only. */
final class DatabaseFile {

  static final String PREFIX = "jdbc:sqlite:";

  private DatabaseFile() {}

  /** The path in a SQLite URL. */
  static Path of(String url) {
    String path = url.substring(PREFIX.length()).replaceAll("[?].*", "");
    if (path.isEmpty() || path.startsWith(":") || path.startsWith("file:")) {
      throw new UnusableDatabaseException(
          "store.url must name a file, such as jdbc:sqlite:/path/hookline.db");
    }
    return Path.of(path).toAbsolutePath();
  }

  /**
   * Creates the file when it is missing. What SQLite puts beside it, the log and the index of the
   * log, gets the file's own permissions.
   */
  static void create(Path file) {
    try {
      Files.createDirectories(file.getParent(), only(file, "rwx------"));
      Files.createFile(file, only(file, "rw-------"));
    } catch (FileAlreadyExistsException expected) {
      refuseOtherThings(file);
    } catch (IOException cause) {
      throw new UnusableDatabaseException(
          "the database " + file + " cannot be created: " + cause.getMessage(), cause);
    }
  }

  /** How large the file is, in bytes. */
  static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException cause) {
      throw new UncheckedIOException(cause);
    }
  }

  private static void refuseOtherThings(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UnusableDatabaseException("the database " + file + " is no file");
    }
  }

  private static FileAttribute<?>[] only(Path file, String rights) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    Set<PosixFilePermission> permissions = PosixFilePermissions.fromString(rights);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }
}
