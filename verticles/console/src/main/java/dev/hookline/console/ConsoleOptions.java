package dev.hookline.console;

import dev.hookline.config.Settings;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Settings of the console.
 *
 * @param host the address to listen on
 * @param port the port to listen on; 0 takes any free one
 * @param tokenFile the file with the ingest token, from which the sign-in link is derived
 * @param budgetPerMinute how many calls a chat gets in 60 seconds
 */
public record ConsoleOptions(String host, int port, Path tokenFile, int budgetPerMinute) {

  public ConsoleOptions {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(tokenFile, "tokenFile");
  }

  /** Reads {@code console.*}, {@code ingest.tokenFile} and {@code telegram.budgetPerMinute}. */
  public static ConsoleOptions from(Settings settings) {
    return new ConsoleOptions(
        settings.text("console.host", "127.0.0.1"),
        settings.integer("console.port", 8788, 0, 65_535),
        settings.path("ingest.tokenFile", Path.of("${dataDir}/ingest.token")),
        settings.integer("telegram.budgetPerMinute", 18, 1, 1_000_000));
  }
}
