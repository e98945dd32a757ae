package dev.hookline.app;

import dev.hookline.app.runtime.Kit;
import dev.hookline.app.runtime.Part;
import dev.hookline.app.runtime.Part.Shape;
import dev.hookline.app.runtime.Part.Turnover;
import dev.hookline.bus.BusVerticle;
import dev.hookline.console.ConsoleVerticle;
import dev.hookline.ingest.FilterRule;
import dev.hookline.ingest.IngestToken;
import dev.hookline.ingest.IngestVerticle;
import dev.hookline.redaction.OwnSecret;
import dev.hookline.redaction.Redactor;
import dev.hookline.session.AlwaysGranted;
import dev.hookline.session.Coordination;
import dev.hookline.session.SessionVerticle;
import dev.hookline.session.SharedCoordination;
import dev.hookline.store.Store;
import dev.hookline.telegram.TelegramVerticle;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The verticles of the program itself, from the way out to the way in: a node is ready when it
 * begins to listen. A further one gets its line in {@link #of}.
 */
final class Rooms {

  private final Sources sources;
  private final Store store;

  // Which of its instances does not matter: all share a port.
  private final AtomicReference<IngestVerticle> ingest = new AtomicReference<>();
  private final AtomicReference<ConsoleVerticle> console = new AtomicReference<>();
  private final AtomicReference<BusVerticle> bus = new AtomicReference<>();

  Rooms(Sources sources, Store store) {
    this.sources = sources;
    this.store = store;
  }

  /** The verticles that these settings ask for. Blocks: it reads the node's id and its token. */
  List<Part> of(NodeOptions options) {
    return Stream.concat(
            Stream.of(telegram(options), session(options), ingest(options), console(options)),
            bus(options).stream())
        .filter(part -> part.shape().instances() > 0)
        .toList();
  }

  /** The port for events; 0 while it is closed. */
  int ingestPort() {
    IngestVerticle open = ingest.get();
    return open == null ? 0 : open.port();
  }

  /** The console's port; 0 while it is closed. */
  int consolePort() {
    ConsoleVerticle open = console.get();
    return open == null ? 0 : open.port();
  }

  /** The bus's port for programs, once it is open; 0 while it is closed. */
  int busPort() {
    BusVerticle open = bus.get();
    return open == null ? 0 : open.port();
  }

  /** The bus's port for web pages, once it is open; 0 while it is closed. */
  int busWebPort() {
    BusVerticle open = bus.get();
    return open == null ? 0 : open.webPort();
  }

  /** The address that signs a browser in to the console; empty while it is closed. A secret. */
  String consoleLink() {
    ConsoleVerticle open = console.get();
    return open == null ? "" : open.link();
  }

  // One lane per chat, and Telegram allows one reader per bot.
  private Part telegram(NodeOptions options) {
    String id = id(options);
    return new Part(
        shape(options, "telegram", 1, options.telegram()),
        Turnover.DRAINED,
        () ->
            Kit.of(
                () ->
                    new TelegramVerticle(
                        id, options.telegram(), store, sources.nanoTime(), sources.random())));
  }

  private Part session(NodeOptions options) {
    return new Part(
        shape(options, "session", 1, options.session()),
        Turnover.OVERLAPPING,
        () ->
            Kit.of(
                () ->
                    new SessionVerticle(
                        options.session(),
                        store,
                        coordination(options.lock()),
                        store.clock(),
                        sources.ids())));
  }

  private Part ingest(NodeOptions options) {
    String id = id(options);
    IngestToken token = token("ingest.tokenFile", options.ingest().tokenFile());
    List<OwnSecret> secrets = OwnSecrets.of(options, token, busToken(options));
    return new Part(
        shape(
            options,
            "ingest",
            options.ingestInstances(),
            List.of(options.ingest(), options.redaction(), options.filters(), secrets)),
        Turnover.OVERLAPPING,
        () -> ingest(id, options, token, Redactor.of(options.redaction(), secrets)));
  }

  private Kit ingest(String id, NodeOptions options, IngestToken token, Redactor redactor) {
    IngestVerticle[] last = new IngestVerticle[1];
    return Kit.of(
        () ->
            last[0] =
                new IngestVerticle(
                    id, options.ingest(), token, redactor, options.filters(), store, sources.ids()),
        () -> ingest.set(last[0]),
        () -> ingest.compareAndSet(last[0], null));
  }

  /** The name of this node. Blocks. */
  String id(NodeOptions options) {
    return NodeId.readOrCreate(options.dataDir(), sources.ids());
  }

  private static IngestToken token(String key, Path file) {
    try {
      return IngestToken.readOrCreate(file);
    } catch (IOException | IllegalStateException unusable) {
      throw new CannotStartException(key + ": " + unusable.getMessage(), unusable);
    }
  }

  private static Optional<IngestToken> busToken(NodeOptions options) {
    return options.bus().open()
        ? Optional.of(token("bus.tokenFile", options.bus().tokenFile()))
        : Optional.empty();
  }

  private Optional<Part> bus(NodeOptions options) {
    return busToken(options).map(token -> bus(options, token));
  }

  // Drained: a program that filters is connected to one of two, and the other would ask nobody.
  private Part bus(NodeOptions options, IngestToken token) {
    Set<String> filters =
        options.filters().stream().map(FilterRule::name).collect(Collectors.toUnmodifiableSet());
    return new Part(
        shape(options, "bus", 1, List.of(options.bus(), filters, token.reveal())),
        Turnover.DRAINED,
        () -> {
          BusVerticle made = new BusVerticle(options.bus(), token::matches, filters, store);
          return Kit.of(() -> made, () -> bus.set(made), () -> bus.compareAndSet(made, null));
        });
  }

  private Part console(NodeOptions options) {
    return new Part(
        shape(options, "console", 1, options.console()),
        Turnover.OVERLAPPING,
        () -> {
          ConsoleVerticle made =
              new ConsoleVerticle(options.console(), store, store.clock(), sources.nanoTime());
          return Kit.of(
              () -> made, () -> console.set(made), () -> console.compareAndSet(made, null));
        });
  }

  private static Shape shape(NodeOptions options, String room, int usual, Object settings) {
    int instances = options.runtime().instances(room, usual);
    return new Shape(room, instances, ThreadingModel.EVENT_LOOP, settings);
  }

  private static Function<Vertx, Coordination> coordination(NodeOptions.Lock lock) {
    return switch (lock) {
      case SHARED -> SharedCoordination::new;
      case ALWAYS_GRANTED -> ignored -> new AlwaysGranted();
    };
  }
}
