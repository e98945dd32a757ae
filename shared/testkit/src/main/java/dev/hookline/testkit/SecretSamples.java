package dev.hookline.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Every kind of secret, to be made up. There is no secret in the source. */
public final class SecretSamples {

  private static final String NAME = "secrets.samples";

  private SecretSamples() {}

  /** One or several for each kind. */
  public static List<SecretSample> all() {
    try (InputStream in = SecretSamples.class.getResourceAsStream(NAME)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 2))
          .map(parts -> new SecretSample(parts[0], parts[1]))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
