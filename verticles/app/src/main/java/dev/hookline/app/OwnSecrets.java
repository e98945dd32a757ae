package dev.hookline.app;

import dev.hookline.console.ConsoleAccess;
import dev.hookline.ingest.IngestToken;
import dev.hookline.redaction.OwnSecret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything that a node knows and nobody else may see. */
final class OwnSecrets {

  private static final Logger LOGGER = LoggerFactory.getLogger(OwnSecrets.class);
  private static final Pattern PASSWORD_IN_URL = Pattern.compile("[?&]password=([^&]+)");

  private OwnSecrets() {}

  /**
   * All of them; tells of those that are too short to be looked for.
   *
   * @param token the ingest token
   * @param bus the token of the bus; empty when that is closed
   */
  static List<OwnSecret> of(NodeOptions options, IngestToken token, Optional<IngestToken> bus) {
    List<OwnSecret> secrets = new ArrayList<>();
    String bot = options.telegram().token().value();
    secrets.add(new OwnSecret("this bot's token", bot));
    secrets.add(new OwnSecret("this bot's token", bot.substring(bot.indexOf(':') + 1)));
    secrets.add(new OwnSecret("Hookline's ingest token", token.reveal()));
    bus.ifPresent(found -> secrets.add(new OwnSecret("Hookline's bus token", found.reveal())));
    for (String key : new ConsoleAccess(token.reveal()).keys()) {
      secrets.add(new OwnSecret("Hookline's console token", key));
    }
    password(options).ifPresent(found -> secrets.add(new OwnSecret("Hookline's password", found)));
    options
        .cluster()
        .secret()
        .ifPresent(found -> secrets.add(new OwnSecret("Hookline's secret", found.value())));
    options
        .telegram()
        .webhook()
        .ifPresent(hook -> secrets.add(new OwnSecret("Hookline's webhook secret", hook.secret())));
    for (String header : options.traces().headers().values()) {
      String bare = header.substring(header.lastIndexOf(' ') + 1); // behind Bearer, or Basic
      secrets.add(new OwnSecret("Hookline's telemetry secret", bare));
    }
    secrets.stream()
        .filter(secret -> !secret.isLongEnough())
        .map(OwnSecret::kind)
        .distinct()
        .forEach(OwnSecrets::warn);
    return List.copyOf(secrets);
  }

  private static Optional<String> password(NodeOptions options) {
    Matcher inUrl = PASSWORD_IN_URL.matcher(options.store().url());
    return options
        .store()
        .login()
        .password()
        .or(() -> inUrl.find() ? Optional.of(inUrl.group(1)) : Optional.empty());
  }

  private static void warn(String kind) {
    LOGGER
        .atWarn()
        .addKeyValue("secret", kind)
        .log(
            "is too short to be taken out of what tools print: use one of at least {} characters",
            OwnSecret.SHORTEST);
  }
}
