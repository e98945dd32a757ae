package dev.hookline.telegram;

import dev.hookline.telegram.bot.BotGateway;
import dev.hookline.telegram.bot.CallOutcome;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Lets a topic say "typing…" while its agent is at work. Telegram counts these calls by themselves,
 * for all topics of the chat together; they are made beside the lane's, far below that limit, and
 * nobody cares whether one of them succeeds. Confined to one event loop.
 */
final class Typist {

  private static final long LOOK_MILLIS = 1_000;

  /** Telegram shows it for 5 s. */
  private static final long GAP_MILLIS = 4_000;

  private final Vertx vertx;
  private final BotGateway gateway;
  private final long chat;
  private final Supplier<Optional<Long>> topic;
  private final LongSupplier nanoTime;

  private long timer;
  private boolean calling;
  private long notBefore;

  /**
   * @param topic in which to type now, by its thread; empty: in none
   * @param nanoTime a monotonic clock, in nanoseconds
   */
  Typist(
      Vertx vertx,
      BotGateway gateway,
      long chat,
      Supplier<Optional<Long>> topic,
      LongSupplier nanoTime) {
    this.vertx = vertx;
    this.gateway = gateway;
    this.chat = chat;
    this.topic = topic;
    this.nanoTime = nanoTime;
    this.notBefore = now();
  }

  void start() {
    timer = vertx.setPeriodic(LOOK_MILLIS, ignored -> look());
  }

  void stop() {
    vertx.cancelTimer(timer);
  }

  private void look() {
    if (!calling && now() >= notBefore) {
      topic.get().ifPresent(this::type);
    }
  }

  private void type(long thread) {
    calling = true;
    gateway.typing(chat, thread).onSuccess(this::typed);
  }

  private void typed(CallOutcome<Boolean> outcome) {
    calling = false;
    long asked =
        outcome instanceof CallOutcome.Refused<Boolean> refused ? refused.retryAfterMillis() : 0;
    notBefore = now() + Math.max(GAP_MILLIS, asked);
  }

  private long now() {
    return Math.floorDiv(nanoTime.getAsLong(), 1_000_000L);
  }
}
