package dev.hookline.session;

import static dev.hookline.testkit.Waits.result;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.session.SessionOptions.TopicOptions;
import dev.hookline.store.IncomingUpdate;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Release;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.Store;
import dev.hookline.store.TopicAttempt;
import dev.hookline.testkit.FreshStore;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** A real store, a scripted lane, and a clock that a test moves by hand. */
final class Room implements AutoCloseable {

  static final long CHAT = -100;
  static final SessionKey SESSION = new SessionKey("s-1");
  static final TopicOptions OPTIONS =
      new TopicOptions(
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofSeconds(30),
          Duration.ofSeconds(65),
          Duration.ofSeconds(10));

  final Vertx vertx = Vertx.vertx();
  final Store store;
  final Lane lane;
  final TopicCalls calls = new TopicCalls(vertx.eventBus(), OPTIONS);
  final Clock clock = new HandClock();

  private volatile Instant now = Instant.parse("2026-01-01T10:00:00Z");

  Room(Path directory) {
    Addresses.registerCodecs(vertx);
    store = result(FreshStore.in(vertx, directory, clock));
    lane = Lane.of(vertx, CHAT);
  }

  /** A session with something to show and no topic. */
  SessionTopic session() {
    arrives("e-1");
    result(store.sequences().release(SESSION, 1, List.of(Release.event(false, List.of(1L))), now));
    return topic();
  }

  /** An event of the session is in the store, and nobody was told. */
  void arrives(String id) {
    HookEvent event =
        new HookEvent(
            "src", id, EventType.NOTIFICATION, SESSION, now, "hello", new JsonObject(), null);
    result(store.events().accept(List.of(NewEvent.of(event, CHAT, now))));
  }

  SessionTopic topic() {
    return result(store.topics().of(SESSION)).orElseThrow();
  }

  /** An attempt of which nobody knows what became of it, made after message 10. */
  TopicAttempt ambiguous(String attempt) {
    result(store.chats().take(CHAT, "node", Duration.ofHours(1), now));
    known(10);
    SessionTopic topic = session();
    result(store.topics().open(topic, attempt, marker(attempt), name(attempt), now));
    result(store.topics().doubt(attempt, "the answer was lost", now));
    return unsettled().get(0);
  }

  static String marker(String attempt) {
    return "marker" + attempt;
  }

  static String name(String attempt) {
    return "project · " + marker(attempt);
  }

  /** Somebody else's message is known. */
  void known(long message) {
    IncomingUpdate update = new IncomingUpdate(message, CHAT, message, 0, "{}");
    result(store.updates().store(1, List.of(update), now));
  }

  /** Attempts that still wait for evidence. */
  List<TopicAttempt> unsettled() {
    return result(store.topics().unsettled(now, 10));
  }

  void after(Duration time) {
    now = now.plus(time);
  }

  @Override
  public void close() {
    result(store.close());
    result(vertx.close());
  }

  private final class HandClock extends Clock {

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }
}
