package dev.hookline.ingest;

import dev.hookline.ingest.IngestOptions.Limits;
import dev.hookline.messages.Addresses;
import dev.hookline.messages.HookEvent;
import dev.hookline.messages.SessionKey;
import dev.hookline.redaction.RedactionOptions;
import dev.hookline.redaction.Redactor;
import dev.hookline.store.FreshEvent;
import dev.hookline.store.Store;
import dev.hookline.store.Totals;
import dev.hookline.store.jdbc.JdbcStore;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.store.jdbc.Login;
import dev.hookline.testkit.FreshStore;
import dev.hookline.testkit.Waits;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An ingest room with all its doors open, on a real store, in a test's directory. */
final class OpenIngest implements AutoCloseable {

  static final long CHAT = -1001;

  private static final Redactor REDACTOR = Redactor.of(RedactionOptions.DEFAULTS, List.of());

  static final Limits QUICK = new Limits(1 << 20, 1_024, 64, Duration.ofMillis(500));

  private final Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final Store store;
  private final IngestToken token;

  private final Duration patience;
  private final Queue<String> readers = new ConcurrentLinkedQueue<>();

  private List<FilterRule> filters = List.of();
  private IngestVerticle verticle;
  private String deployment;

  private OpenIngest(Path directory, Duration busyTimeout, Duration patience) {
    this.directory = directory;
    this.patience = patience;
    Addresses.registerCodecs(vertx);
    JdbcStoreOptions options =
        new JdbcStoreOptions(
            FreshStore.url(directory), Login.NONE, 1, busyTimeout, Duration.ofSeconds(20), 10_000);
    store = Waits.result(JdbcStore.open(vertx, options, Clock.systemUTC(), System::nanoTime));
    try {
      token = IngestToken.readOrCreate(directory.resolve("data/ingest.token"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Two instances with the usual limits. */
  static OpenIngest in(Path directory) {
    return in(directory, Limits.DEFAULTS, 2);
  }

  /** One instance that lets agents wait for an answer for longer than any test takes. */
  static OpenIngest patient(Path directory) {
    OpenIngest ingest = new OpenIngest(directory, Duration.ofMillis(100), Duration.ofHours(1));
    ingest.open(ingest.options(Limits.DEFAULTS), 1);
    return ingest;
  }

  /** One whose store gives up soon when another program holds the database. */
  static OpenIngest in(Path directory, Limits limits, int instances) {
    return in(directory, limits, instances, Duration.ofMillis(100));
  }

  /** One instance that has programs look at every event. */
  static OpenIngest filtered(Path directory, FilterRule... rules) {
    OpenIngest ingest = new OpenIngest(directory, Duration.ofMillis(100), Duration.ZERO);
    ingest.filters = List.of(rules);
    ingest.open(ingest.options(Limits.DEFAULTS), 1);
    return ingest;
  }

  static OpenIngest in(Path directory, Limits limits, int instances, Duration busyTimeout) {
    OpenIngest ingest = new OpenIngest(directory, busyTimeout, Duration.ZERO);
    ingest.open(ingest.options(limits), instances);
    return ingest;
  }

  private String newId() {
    readers.add(Thread.currentThread().getName());
    return UUID.randomUUID().toString();
  }

  private void open(IngestOptions options, int instances) {
    deployment =
        Waits.result(
            vertx.deployVerticle(
                () -> {
                  verticle =
                      new IngestVerticle(
                          "node", options, token, REDACTOR, filters, store, this::newId);
                  return verticle;
                },
                new DeploymentOptions().setInstances(instances)));
  }

  private IngestOptions options(Limits limits) {
    Path data = directory.resolve("data");
    return new IngestOptions(
        "127.0.0.1",
        0,
        Set.of("bridge.example"),
        data.resolve("hookline.sock"),
        data.resolve("bridge.sock"),
        data.resolve("ingest.token"),
        data,
        "laptop",
        CHAT,
        patience,
        Duration.ZERO,
        false,
        limits);
  }

  Vertx vertx() {
    return vertx;
  }

  Store store() {
    return store;
  }

  /** Names of the threads that read events without an id. */
  Queue<String> readers() {
    return readers;
  }

  int port() {
    return verticle.port();
  }

  String token() {
    return token.reveal();
  }

  Path socket() {
    return directory.resolve("data/hookline.sock");
  }

  Path lineSocket() {
    return directory.resolve("data/bridge.sock");
  }

  /** Someone with the token. */
  Caller caller() {
    return stranger().with("Authorization", "Bearer " + token());
  }

  /** Someone without. */
  Caller stranger() {
    return Caller.of(port());
  }

  /** The session's stored events that have a place in the chat, in order. */
  List<HookEvent> events(String session) {
    return Waits.result(store.sequences().view(new SessionKey(session)))
        .map(view -> view.fresh().stream().map(FreshEvent::event).toList())
        .orElse(List.of());
  }

  Totals totals() {
    return Waits.result(store.overview().totals());
  }

  /** A canonical event. */
  static JsonObject event(String session, String content) {
    return new JsonObject()
        .put("type", "user_input")
        .put("sessionId", session)
        .put("timestamp", "2026-11-23T09:30:00Z")
        .put("content", content);
  }

  void undeploy() {
    Waits.result(vertx.undeploy(deployment));
  }

  @Override
  public void close() {
    Waits.result(vertx.close());
  }
}
