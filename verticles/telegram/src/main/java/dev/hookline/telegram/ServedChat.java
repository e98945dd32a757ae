package dev.hookline.telegram;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ChatFree;
import dev.hookline.messages.ChatHint;
import dev.hookline.telegram.ask.ButtonIds;
import dev.hookline.telegram.ask.Questions;
import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.VertxTelegramClient;
import dev.hookline.telegram.lane.Alarm;
import dev.hookline.telegram.lane.ChatLane;
import dev.hookline.telegram.lane.Duty;
import dev.hookline.telegram.lane.LaneParts;
import dev.hookline.telegram.lane.LaneSettings;
import dev.hookline.telegram.lane.LaneTime;
import dev.hookline.telegram.render.Renderer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.eventbus.MessageConsumer;
import java.util.List;

/**
 * One chat as one node serves it or stands by for it: the lane with its client and the hints that
 * wake it. Confined to the event loop of the verticle that made it.
 */
final class ServedChat {

  private static final long DRAIN_MILLIS = 5_000;

  private final Vertx vertx;
  private final long chat;
  private final VertxTelegramClient client;
  private final Duty duty;
  private final ChatLane lane;
  private final List<MessageConsumer<?>> hints;

  ServedChat(RoomParts parts, long chat) {
    this.vertx = parts.vertx();
    this.chat = chat;
    this.client = parts.client(this::objection);
    this.duty = new ChatDuty(parts, chat, this::lane);
    this.lane = new ChatLane(laneParts(parts), settings(parts, chat), duty);
    this.hints =
        List.of(
            Addresses.CHAT_HINT.receive(vertx.eventBus(), this::wake),
            Addresses.CHAT_FREE.receive(vertx.eventBus(), this::take));
  }

  /** Completes after the first try to take the chat. */
  Future<Void> start() {
    return lane.start();
  }

  /** Completes with the chat's new id when it moved. */
  Future<Long> moved() {
    return lane.ended().onSuccess(ignored -> close());
  }

  /** Finishes the call in flight, gives the chat back, and tells those who stand by. */
  Future<Void> stop() {
    return Future.any(lane.stop(), vertx.timer(DRAIN_MILLIS))
        .transform(ignored -> lane.release())
        .eventually(this::close) // before we tell: it is nothing to ourselves
        .onSuccess(this::tell)
        .mapEmpty();
  }

  private Future<Void> close() {
    hints.forEach(MessageConsumer::unregister);
    return client.close();
  }

  private void tell(boolean wasOurs) {
    if (wasOurs) {
      duty.free();
    }
  }

  private void wake(ChatHint hint) {
    if (hint.chat() == chat) {
      lane.wake();
    }
  }

  private void take(ChatFree free) {
    if (free.chat() == chat) {
      lane.chatIsFree();
    }
  }

  private ChatLane lane() {
    return lane;
  }

  private String objection() {
    return lane.objection();
  }

  private LaneParts laneParts(RoomParts parts) {
    return new LaneParts(
        vertx,
        parts.store(),
        new BotGateway(client, parts.options().token()),
        new Renderer(parts.options().richMessages())::render,
        new Questions(parts.store().approvals(), new ButtonIds()),
        new LaneTime(parts.store().clock(), parts.nanoTime()),
        Alarm.of(vertx),
        parts.random());
  }

  private static LaneSettings settings(RoomParts parts, long chat) {
    TelegramOptions options = parts.options();
    return new LaneSettings(
        chat,
        parts.node(),
        options.budgetPerMinute(),
        options.minGap().toMillis(),
        options.guard().toMillis(),
        options.settle().toMillis(),
        options.recheck().toMillis(),
        options.standBy().toMillis(),
        options.handOver().toMillis(),
        options.verbosity());
  }
}
