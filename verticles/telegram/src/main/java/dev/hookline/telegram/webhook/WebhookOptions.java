package dev.hookline.telegram.webhook;

import dev.hookline.config.Settings;
import dev.hookline.telegram.bot.BotToken;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Settings of the door for updates that Telegram posts.
 *
 * @param url where Telegram posts them: HTTPS, and from there to the node
 * @param host the address to listen on
 * @param port the port to listen on
 * @param secret what Telegram writes into each post, the same on every node; never shown
 */
public record WebhookOptions(URI url, String host, int port, String secret) {

  private static final String URL = "telegram.webhook.url";
  private static final String SECRET = "telegram.webhook.secretFile";
  private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9_-]{16,256}");
  private static final String PURPOSE = "hookline: secret of the webhook";

  public WebhookOptions {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(secret, "secret");
  }

  /** Reads the settings; empty when updates are to be asked for. */
  public static Optional<WebhookOptions> from(Settings settings, BotToken token) {
    String host = settings.text("telegram.webhook.host", "127.0.0.1");
    int port = settings.integer("telegram.webhook.port", 8789, 0, 65_535);
    String secret =
        settings.path(SECRET).map(file -> read(settings, file)).orElseGet(() -> derived(token));
    String text = settings.text(URL, "");
    return text.isEmpty()
        ? Optional.empty()
        : url(settings, text).map(url -> new WebhookOptions(url, host, port, secret));
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "WebhookOptions[url=" + url + ", host=" + host + ", port=" + port + "]";
  }

  private static Optional<URI> url(Settings settings, String text) {
    try {
      URI url = URI.create(text);
      boolean loopback = "127.0.0.1".equals(url.getHost()); // the emulator's privilege
      boolean web = "https".equals(url.getScheme()) || ("http".equals(url.getScheme()) && loopback);
      if (web && url.getHost() != null && url.getUserInfo() == null) {
        return Optional.of(url);
      }
    } catch (IllegalArgumentException noAddress) {
      // said below, in our words
    }
    settings.problem(URL, text, "write an address such as https://hooks.example.com/telegram");
    return Optional.empty();
  }

  private static String read(Settings settings, Path file) {
    try {
      String text = Files.readString(file).strip();
      if (USABLE.matcher(text).matches()) {
        return text;
      }
      settings.problem(
          SECRET, file.toString(), "put 16 to 256 letters, digits, dashes and underscores into it");
    } catch (IOException unreadable) {
      settings.problem(
          SECRET, file.toString(), "name a file that can be read (" + unreadable + ")");
    }
    return "";
  }

  // Every node has the token, so every node derives the same; and nobody gets from it to the token.
  private static String derived(BotToken token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(token.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible); // every Java has it
    }
  }
}
