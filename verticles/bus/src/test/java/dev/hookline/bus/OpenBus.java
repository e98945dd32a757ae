package dev.hookline.bus;

import dev.hookline.messages.Addresses;
import dev.hookline.messages.EventType;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionHint;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.NewEvent;
import dev.hookline.store.Store;
import dev.hookline.testkit.FreshStore;
import dev.hookline.testkit.Waits;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The bus with both doors open, on a real store, in a test's directory. */
final class OpenBus implements AutoCloseable {

  static final String TOKEN = "the-token-of-the-bus";
  static final String ORIGIN = "https://board.example";
  static final SessionKey ONE = new SessionKey("s-1");
  static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");

  private static final long CHAT = -1001;

  private final Vertx vertx = Vertx.vertx();
  private final Store store;
  private final BusVerticle verticle;

  private OpenBus(Path directory, BusOptions.Limits limits) {
    Addresses.registerCodecs(vertx);
    store = Waits.result(FreshStore.in(vertx, directory));
    BusOptions options =
        new BusOptions(
            Optional.of(new BusOptions.Tcp("127.0.0.1", 0, Optional.empty())),
            Optional.of(new BusOptions.Web("127.0.0.1", 0, Set.of(ORIGIN))),
            directory.resolve("bus.token"),
            limits);
    verticle = new BusVerticle(options, TOKEN::equals, Set.of("quiet"), store);
    Waits.result(vertx.deployVerticle(verticle));
  }

  static OpenBus in(Path directory) {
    return in(directory, BusOptions.Limits.DEFAULTS);
  }

  static OpenBus in(Path directory, BusOptions.Limits limits) {
    return new OpenBus(directory, limits);
  }

  /** Limits that differ from the usual ones in what a test is about. */
  static BusOptions.Limits limits(int maxConnections, int maxRegistrations, Duration patience) {
    return new BusOptions.Limits(1 << 20, maxConnections, maxRegistrations, patience);
  }

  Vertx vertx() {
    return vertx;
  }

  Store store() {
    return store;
  }

  /** How many programs have a place. */
  int guests() {
    return verticle.guests();
  }

  int webPort() {
    return verticle.webPort();
  }

  /** A program that has connected, and said nothing yet. */
  Program stranger() {
    return Program.connect(verticle.port());
  }

  /** A program that has shown the token. */
  Program program() {
    Program program = stranger();
    program.send("send", Guest.AUTH, new JsonObject().put("token", TOKEN));
    program.answer();
    return program;
  }

  /** Stores an event and tells of it, as ingest does. */
  void accept(SessionKey session, String content) {
    store(session, EventType.NOTIFICATION, content);
    Addresses.EVENTS_STORED.tellAll(vertx.eventBus(), new SessionHint(session));
  }

  /** Stores an event of which nobody is told. */
  void store(SessionKey session, EventType type, String content) {
    HookEvent event =
        new HookEvent(
            session.value(),
            content.substring(0, Math.min(20, content.length())),
            type,
            session,
            NOW,
            content,
            new JsonObject().put("tool", "Bash"),
            null);
    Waits.result(store.events().accept(List.of(NewEvent.of(event, CHAT, NOW))));
  }

  @Override
  public void close() {
    Waits.result(store.close());
    Waits.result(vertx.close());
  }
}
