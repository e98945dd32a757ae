package dev.hookline.telegram.poll;

import dev.hookline.telegram.ask.Presses;
import dev.hookline.telegram.ask.ShowAll;
import dev.hookline.telegram.ask.ShowAllPresses;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.command.Commands;
import dev.hookline.telegram.reply.Texts;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;

/**
 * Hands on what people press and write, and tells those who press what came of it. That is a
 * courtesy: it is not waited for, and left out when many press at once. Confined to the event loop
 * of who reads the updates.
 */
public final class PressDesk {

  private static final int MOST_UNDER_WAY = 32;
  private static final int SHORT = 60;
  private static final int LONGEST = 200;

  private final Presses presses;
  private final ShowAllPresses showAll;
  private final Texts texts;
  private final Commands commands;
  private final BotGateway gateway;

  private int underWay;

  /**
   * @param texts gets what is no answer to a question
   * @param gateway used on this event loop alone
   */
  public PressDesk(
      Presses presses, ShowAllPresses showAll, Commands commands, Texts texts, BotGateway gateway) {
    this.presses = presses;
    this.showAll = showAll;
    this.commands = commands;
    this.texts = texts;
    this.gateway = gateway;
  }

  /** A button was pressed. Fails only when the store does. */
  Future<Void> pressed(long bot, long update, JsonObject query) {
    boolean wantsAll = query.getValue("data") instanceof String data && ShowAll.isPressed(data);
    return (wantsAll ? showAll.pressed(bot, update, query) : presses.pressed(bot, update, query))
        .onSuccess(words -> tell(String.valueOf(query.getValue("id")), words))
        .mapEmpty();
  }

  /**
   * Somebody wrote a message: a command, an answer to a question, or else something for the agent.
   * Fails only when the store does, or when it is to be tried again.
   */
  Future<Void> wrote(long bot, long update, JsonObject message) {
    return commands
        .wrote(bot, update, message)
        .compose(was -> was ? Future.succeededFuture(true) : presses.replied(bot, update, message))
        .compose(was -> was ? Future.succeededFuture() : texts.wrote(bot, update, message));
  }

  private void tell(String query, String words) {
    if (underWay >= MOST_UNDER_WAY) {
      return;
    }
    underWay++;
    String fitting = words.length() > LONGEST ? words.substring(0, LONGEST - 1) + "…" : words;
    gateway.answerPress(query, fitting, fitting.length() > SHORT).onComplete(ignored -> underWay--);
  }
}
