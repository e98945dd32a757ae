package dev.hookline.telegram.reply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where files lie that people sent to agents: readable by this user alone, for some days, and not
 * without bound. Blocking.
 *
 * @param directory for them alone
 */
record Shelf(Path directory) {

  private static final Duration KEPT = Duration.ofDays(30);
  private static final long MOST_BYTES = 1L << 30;

  /**
   * Puts a file there, in place of one with the same name.
   *
   * @return where it is
   */
  Path put(String name, byte[] content, Instant now) throws IOException {
    Files.createDirectories(
        directory,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path aside = Files.createTempFile(directory, ".new-", ""); // for its owner alone
    Files.write(aside, content);
    Path file = directory.resolve(name);
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    tidy(file, now);
    return file.toAbsolutePath();
  }

  private void tidy(Path newest, Instant now) throws IOException {
    long bytes = 0;
    for (Path file : byAge()) {
      bytes += Files.size(file);
      boolean old = Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT));
      if (!file.equals(newest) && (old || bytes > MOST_BYTES)) {
        Files.deleteIfExists(file);
      }
    }
  }

  /** The newest first. */
  private List<Path> byAge() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing((Path file) -> file.toFile().lastModified()).reversed())
          .toList();
    }
  }
}
