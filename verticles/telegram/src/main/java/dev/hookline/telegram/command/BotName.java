package dev.hookline.telegram.command;

import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import io.vertx.core.Future;
import java.util.Locale;

/** By which name people call the bot; asked of Telegram once. */
final class BotName {

  private final BotGateway gateway;
  private String name; // null while it is not known

  BotName(BotGateway gateway) {
    this.gateway = gateway;
  }

  /** In lower case. Fails with {@link NotYetException} when Telegram does not tell now. */
  Future<String> get() {
    return name != null ? Future.succeededFuture(name) : gateway.userName().compose(this::told);
  }

  private Future<String> told(CallOutcome<String> outcome) {
    if (outcome instanceof CallOutcome.Done<String> done && done.value() != null) {
      name = done.value().toLowerCase(Locale.ROOT);
      return Future.succeededFuture(name);
    }
    return Future.failedFuture(new NotYetException("Telegram does not tell the bot's name now"));
  }
}
