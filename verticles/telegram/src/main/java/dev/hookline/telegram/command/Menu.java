package dev.hookline.telegram.command;

import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The chat's menu of commands: one for everybody, one for the chat's administrators. Telegram is
 * told of it when it has another. It is a convenience, and changes nothing about who may do what.
 * Confined to one event loop.
 */
public final class Menu {

  private static final Logger LOGGER = LoggerFactory.getLogger(Menu.class);
  private static final long AGAIN_MILLIS = 60_000;

  private final Vertx vertx;
  private final BotGateway gateway;
  private final long chat;
  private final Repertoire repertoire;

  private long timer;
  private boolean stopped;

  /**
   * @param gateway used on this event loop alone
   */
  Menu(Vertx vertx, BotGateway gateway, long chat, Repertoire repertoire) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.chat = chat;
    this.repertoire = repertoire;
  }

  /** Begins; tries again every minute until Telegram has it. */
  public void start() {
    List<Future<Boolean>> both = List.of(offer(false), offer(true));
    Future.all(both)
        .onSuccess(
            done -> {
              if (!stopped && !both.stream().allMatch(Future::result)) {
                timer = vertx.setTimer(AGAIN_MILLIS, ignored -> start());
              }
            });
  }

  /** Begins nothing new. */
  public void stop() {
    stopped = true;
    vertx.cancelTimer(timer);
  }

  private Future<Boolean> offer(boolean administrators) {
    Map<String, String> menu = repertoire.menu(administrators);
    return gateway
        .commands(chat, administrators)
        .compose(known -> isSame(known, menu) ? done() : set(administrators, menu));
  }

  private Future<Boolean> set(boolean administrators, Map<String, String> menu) {
    return gateway
        .setCommands(chat, administrators, menu)
        .map(
            outcome -> {
              boolean done = outcome instanceof CallOutcome.Done<Boolean>;
              if (!done && !stopped) {
                LOGGER
                    .atWarn()
                    .addKeyValue("chat", chat)
                    .addKeyValue("outcome", outcome)
                    .log("Telegram did not take the menu of commands");
              }
              return done;
            });
  }

  private static Future<Boolean> done() {
    return Future.succeededFuture(true);
  }

  private static boolean isSame(CallOutcome<Map<String, String>> known, Map<String, String> menu) {
    return known instanceof CallOutcome.Done<Map<String, String>> done
        && List.copyOf(done.value().entrySet()).equals(List.copyOf(menu.entrySet()));
  }
}
