package dev.hookline.session;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.ServedChats;
import dev.hookline.messages.TopicAnswer;
import dev.hookline.messages.TopicCall;
import dev.hookline.messages.TopicCall.Kind;
import dev.hookline.messages.TopicSlot;
import dev.hookline.messages.UpdatesRead;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** The other end of the bus, as a test wants it to answer. Tells what it was asked, in order. */
final class Lane {

  static final String READ = "READ";

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<Kind, Function<TopicCall, Future<TopicAnswer>>> answers =
      new EnumMap<>(Kind.class);
  private final AtomicLong slots = new AtomicLong();

  private volatile Supplier<Future<UpdatesRead>> reading =
      () -> Future.succeededFuture(new UpdatesRead());

  static Lane of(Vertx vertx, long chat) {
    Lane lane = new Lane();
    ServedChats.of(vertx).begin(chat);
    Addresses.topicSlot(chat).answer(vertx.eventBus(), wanted -> lane.slot());
    Addresses.topicCall(chat).answer(vertx.eventBus(), lane::call);
    Addresses.READ_UPDATES.answer(vertx.eventBus(), question -> lane.read());
    return lane;
  }

  /** Answers every call of the kind like this; without it, Telegram does what it is asked. */
  Lane when(Kind kind, TopicAnswer answer) {
    return when(kind, call -> Future.succeededFuture(answer));
  }

  Lane when(Kind kind, Function<TopicCall, Future<TopicAnswer>> answer) {
    answers.put(kind, answer);
    return this;
  }

  Lane whenReading(Supplier<Future<UpdatesRead>> answer) {
    reading = answer;
    return this;
  }

  /** What was asked: {@code BARRIER}, {@code PROBE 7}, {@code READ}, … */
  List<String> asked() {
    return List.copyOf(asked);
  }

  private Future<TopicSlot> slot() {
    return Future.succeededFuture(new TopicSlot(slots.incrementAndGet(), 5_000));
  }

  private Future<TopicAnswer> call(TopicCall call) {
    asked.add(call.thread() == 0 ? call.kind().name() : call.kind() + " " + call.thread());
    return answers
        .getOrDefault(call.kind(), asIs -> Future.succeededFuture(TopicAnswer.done(0)))
        .apply(call);
  }

  private Future<UpdatesRead> read() {
    asked.add(READ);
    return reading.get();
  }
}
