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
 * @param messageLink how a link to a message is made of the ids; empty for no links
 */
public record ConsoleOptions(
    String host, int port, Path tokenFile, int budgetPerMinute, String messageLink) {

  private static final String MESSAGE_LINK = "console.messageLink";
  private static final String NO_LINKS = "none";

  public ConsoleOptions {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(tokenFile, "tokenFile");
    Objects.requireNonNull(messageLink, "messageLink");
  }

  /** Reads {@code console.*}, {@code ingest.tokenFile} and {@code telegram.budgetPerMinute}. */
  public static ConsoleOptions from(Settings settings) {
    return new ConsoleOptions(
        settings.text("console.host", "127.0.0.1"),
        settings.integer("console.port", 8788, 0, 65_535),
        settings.path("ingest.tokenFile", Path.of("${dataDir}/ingest.token")),
        settings.integer("telegram.budgetPerMinute", 18, 1, 1_000_000),
        messageLink(settings));
  }

  // It becomes a link of a page: one that runs a script would run it there.
  private static String messageLink(Settings settings) {
    String link = settings.text(MESSAGE_LINK, MessageLinks.TELEGRAM);
    if (!link.matches(NO_LINKS + "|(https?|tg)://.*")) {
      settings.problem(
          MESSAGE_LINK,
          link,
          "write an address that begins with https://, http:// or tg://, or none");
    }
    return link.equals(NO_LINKS) ? "" : link;
  }
}
