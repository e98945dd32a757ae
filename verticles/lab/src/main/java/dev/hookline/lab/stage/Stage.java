package dev.hookline.lab.stage;

import dev.hookline.ingest.IngestToken;
import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.process.NodeProcess;
import dev.hookline.lab.proxy.Callers;
import dev.hookline.testkit.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

/** Everything that takes part in a run, from its start to its end. */
public final class Stage implements AutoCloseable {

  private static final Duration START = Duration.ofMinutes(2);
  private static final long LOOK_MILLIS = 50;

  private final StageOptions options;
  private final Callers callers = new Callers();
  private final List<Seat> seats = new ArrayList<>();
  private final List<NodeProcess> nodes = new ArrayList<>();
  private Telegram telegram;
  private PostgresServer postgres;
  private IngestToken token;

  private Stage(StageOptions options) {
    this.options = options;
  }

  /** Builds everything; no node runs yet. What cannot be built is taken down again. */
  public static Stage build(StageOptions options) throws IOException {
    Stage stage = new Stage(options);
    try {
      stage.build();
      return stage;
    } catch (IOException | RuntimeException failed) {
      stage.close();
      throw failed;
    }
  }

  public Telegram telegram() {
    return telegram;
  }

  /** The secret that senders must know. */
  public String token() {
    return token.reveal();
  }

  /** Where each node takes events, whether it runs or not. */
  public List<Integer> doors() {
    return seats.stream().map(Seat::ingestPort).toList();
  }

  public List<NodeProcess> nodes() {
    return List.copyOf(nodes);
  }

  /** A node by its number, from 1. */
  public NodeProcess node(int number) {
    return nodes.get(number - 1);
  }

  /** The database, past all proxies. */
  public String storeUrl() {
    return options.postgres() ? postgres.url() : "jdbc:sqlite:" + dataDir(1).resolve("hookline.db");
  }

  /** The directory of a node, by its number. */
  public Path dataDir(int number) {
    return options.directory().resolve(Seat.name(number));
  }

  /** The database server; null when nodes have files. */
  public PostgresServer postgres() {
    return postgres;
  }

  /** Returns when they are all ready. */
  public void awaitReady(Collection<NodeProcess> wanted) throws InterruptedException {
    long deadline = System.nanoTime() + START.toNanos();
    for (NodeProcess node : wanted) {
      while (!node.isReady()) {
        if (!node.isAlive() || System.nanoTime() > deadline) {
          throw new IllegalStateException(
              node.name() + " does not start; its log is in " + options.directory());
        }
        Thread.sleep(LOOK_MILLIS);
      }
    }
  }

  /** Breaks the network as these faults say, and in no other way. */
  public void part(Collection<Fault> faults) {
    seats.forEach(seat -> seat.apply(faults, seats));
  }

  @Override
  public void close() {
    nodes.forEach(NodeProcess::close);
    seats.forEach(Seat::close);
    if (telegram != null) {
      telegram.close();
    }
    if (postgres != null) {
      postgres.close();
    }
  }

  private void build() throws IOException {
    Files.createDirectories(options.directory());
    telegram = Telegram.start();
    if (options.postgres()) {
      postgres = PostgresServer.start(options.directory());
    }
    IntStream.rangeClosed(1, options.nodes())
        .mapToObj(number -> Seat.of(number, storePort(), telegram.apiPort(), callers))
        .forEach(seats::add);
    NodeSettings settings = new NodeSettings(options, seats);
    token = IngestToken.readOrCreate(settings.token());
    seats.forEach(seat -> nodes.add(node(seat, settings.write(seat))));
  }

  private NodeProcess node(Seat seat, Path settings) {
    Path log = options.directory().resolve(seat.name() + ".log");
    return new NodeProcess(seat.name(), settings, log, seat.ingestPort(), callers);
  }

  private int storePort() {
    return options.postgres() ? postgres.port() : 0;
  }
}
