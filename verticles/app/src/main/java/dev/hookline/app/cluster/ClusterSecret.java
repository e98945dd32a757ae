package dev.hookline.app.cluster;

import dev.hookline.config.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a node must know besides the cluster's name. Hazelcast compares names when somebody wants to
 * join; so the secret makes the name that it is told one that nobody can guess.
 *
 * @param value never shown
 */
public record ClusterSecret(String value) {

  private static final String FILE = "cluster.secretFile";
  private static final int SHORTEST = 16;

  /** Reads the file; what is wrong with it is noted in the settings, without showing it. */
  static Optional<ClusterSecret> from(Settings settings) {
    return settings.path(FILE).flatMap(file -> read(settings, file));
  }

  /** The name by which members know one another. */
  String name(String shown) {
    byte[] both = (shown + '\n' + value).getBytes(StandardCharsets.UTF_8);
    return shown + '-' + HexFormat.of().formatHex(digest(both), 0, 16);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ClusterSecret[…]";
  }

  private static Optional<ClusterSecret> read(Settings settings, Path file) {
    try {
      String text = Files.readString(file).strip();
      if (text.length() >= SHORTEST) {
        return Optional.of(new ClusterSecret(text));
      }
      settings.problem(
          FILE, file.toString(), "put a secret of at least " + SHORTEST + " characters into it");
    } catch (IOException unreadable) {
      settings.problem(FILE, file.toString(), "name a file that can be read (" + unreadable + ")");
    }
    return Optional.empty();
  }

  private static byte[] digest(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
