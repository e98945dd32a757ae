package dev.hookline.telegram;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatFree;
import dev.hookline.messages.ServedChats;
import dev.hookline.telegram.ask.Presses;
import dev.hookline.telegram.ask.ShowAllPresses;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.command.Commands;
import dev.hookline.telegram.command.Menu;
import dev.hookline.telegram.lane.ChatLane;
import dev.hookline.telegram.lane.Duty;
import dev.hookline.telegram.poll.PressDesk;
import dev.hookline.telegram.poll.UpdatePoller;
import dev.hookline.telegram.poll.UpdateSource;
import dev.hookline.telegram.reply.Fetching;
import dev.hookline.telegram.reply.Texts;
import dev.hookline.telegram.webhook.WebhookReader;
import io.vertx.core.eventbus.EventBus;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What only the node that serves a chat does: it answers its session room, reads the bot's updates,
 * carries commands out, and lets topics say that their agents are at work. Each tenure has a client
 * of its own, because closing it is what ends a long poll. Confined to the lane's event loop.
 */
final class ChatDuty implements Duty {

  private final RoomParts parts;
  private final long chat;
  private final Supplier<ChatLane> lane;

  private final List<MessageConsumer<?>> doors = new ArrayList<>();
  private VertxTelegramClient client;
  private UpdateSource source;
  private Typist typist;
  private Fetching fetching;
  private Menu menu;

  /**
   * @param lane whose duty this is
   */
  ChatDuty(RoomParts parts, long chat, Supplier<ChatLane> lane) {
    this.parts = parts;
    this.chat = chat;
    this.lane = lane;
  }

  @Override
  public void begin() {
    ChatLane serving = lane.get();
    client = parts.client(() -> serving.safe() ? null : "another node may read them");
    BotGateway gateway = new BotGateway(client, parts.options().token());
    Commands commands = commands(gateway);
    source = source(gateway, commands, serving);
    menu = commands.menu(parts.vertx(), gateway);
    typist = new Typist(parts.vertx(), gateway, chat, serving::working, parts.nanoTime());
    EventBus bus = parts.vertx().eventBus();
    UpdateSource reading = source;
    doors.add(Addresses.topicSlot(chat).answer(bus, serving::want));
    doors.add(Addresses.topicCall(chat).answer(bus, serving::ask));
    doors.add(Addresses.READ_UPDATES.answer(bus, question -> reading.readAll()));
    ServedChats.of(parts.vertx()).begin(chat);
    source.start();
    typist.start();
    fetching = fetching(gateway);
    fetching.start();
    menu.start();
  }

  @Override
  public void end() {
    ServedChats.of(parts.vertx()).end(chat);
    doors.forEach(MessageConsumer::unregister);
    doors.clear();
    menu.stop();
    typist.stop();
    fetching.stop();
    source.stop();
    client.close();
  }

  @Override
  public void free() {
    Addresses.CHAT_FREE.tellAll(parts.vertx().eventBus(), new ChatFree(chat));
  }

  private Presses presses() {
    return new Presses(
        parts.store().approvals(),
        parts.options().people(),
        parts.vertx().eventBus(),
        parts.store().clock(),
        chat);
  }

  private Fetching fetching(BotGateway gateway) {
    return new Fetching(
        parts.vertx(),
        gateway,
        parts.store().replies(),
        parts.store().clock(),
        parts.options().received(),
        chat);
  }

  private ShowAllPresses showAll() {
    return new ShowAllPresses(
        parts.store(), parts.options().people(), parts.vertx().eventBus(), chat);
  }

  private Commands commands(BotGateway gateway) {
    return new Commands(
        parts.store(),
        parts.vertx().eventBus(),
        gateway,
        parts.options().people(),
        chat,
        parts.nanoTime());
  }

  private UpdateSource source(BotGateway gateway, Commands commands, ChatLane serving) {
    TelegramOptions options = parts.options();
    Texts texts = new Texts(parts.store(), options.people(), parts.vertx().eventBus(), chat);
    PressDesk desk = new PressDesk(presses(), showAll(), commands, texts, gateway);
    return options
        .webhook()
        .<UpdateSource>map(
            webhook ->
                new WebhookReader(
                    parts.vertx(),
                    gateway,
                    parts.store(),
                    desk,
                    webhook,
                    options.token().botId(),
                    serving::safe))
        .orElseGet(
            () ->
                new UpdatePoller(
                    parts.vertx(),
                    gateway,
                    parts.store(),
                    desk,
                    options.pollTimeoutSeconds(),
                    serving::safe,
                    serving::heard));
  }
}
