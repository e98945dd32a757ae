package dev.hookline.app;

import dev.hookline.app.cluster.ClusterOptions;
import dev.hookline.app.log.LogFormat;
import dev.hookline.app.log.LogLevel;
import dev.hookline.app.runtime.RuntimeOptions;
import dev.hookline.app.trace.TraceOptions;
import dev.hookline.bus.BusOptions;
import dev.hookline.config.Settings;
import dev.hookline.console.ConsoleOptions;
import dev.hookline.ingest.FilterRule;
import dev.hookline.ingest.IngestOptions;
import dev.hookline.redaction.RedactionOptions;
import dev.hookline.session.SessionOptions;
import dev.hookline.store.jdbc.JdbcStoreOptions;
import dev.hookline.telegram.TelegramOptions;
import dev.hookline.telegram.ask.People;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Every setting of a node.
 *
 * @param dataDir where it keeps what it must not lose
 * @param store the database
 * @param cluster how it finds other nodes
 * @param lock what kind of lock keeps nodes from colliding
 * @param runtime which verticles it runs
 * @param logLevel how much it writes to its log
 * @param logFormat in what form it writes it
 * @param traces where it tells the way of events
 * @param ingestInstances how many event loops take events in
 * @param filters programs that see every event before it is stored
 */
public record NodeOptions(
    Path dataDir,
    JdbcStoreOptions store,
    ClusterOptions cluster,
    Lock lock,
    RuntimeOptions runtime,
    LogLevel logLevel,
    LogFormat logFormat,
    TraceOptions traces,
    int ingestInstances,
    IngestOptions ingest,
    RedactionOptions redaction,
    SessionOptions session,
    TelegramOptions telegram,
    ConsoleOptions console,
    BusOptions bus,
    List<FilterRule> filters) {

  /** The lock between nodes, on which nothing depends. */
  public enum Lock {
    /** A token in a shared map. */
    SHARED,
    /** No lock at all: whoever asks gets it. For tests. */
    ALWAYS_GRANTED
  }

  public NodeOptions {
    Objects.requireNonNull(dataDir, "dataDir");
    Objects.requireNonNull(store, "store");
    Objects.requireNonNull(cluster, "cluster");
    Objects.requireNonNull(lock, "lock");
    Objects.requireNonNull(runtime, "runtime");
    Objects.requireNonNull(logLevel, "logLevel");
    Objects.requireNonNull(logFormat, "logFormat");
    Objects.requireNonNull(traces, "traces");
    Objects.requireNonNull(ingest, "ingest");
    Objects.requireNonNull(redaction, "redaction");
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(telegram, "telegram");
    Objects.requireNonNull(console, "console");
    Objects.requireNonNull(bus, "bus");
    filters = List.copyOf(filters);
  }

  /**
   * Reads every setting there is.
   *
   * @throws dev.hookline.config.BadSettingsException with all problems at once
   */
  public static NodeOptions from(Settings settings) {
    TelegramOptions telegram = TelegramOptions.from(settings, BotTokens.from(settings));
    NodeOptions options =
        new NodeOptions(
            settings.dataDir(),
            StoreSettings.read(settings),
            ClusterOptions.from(settings),
            lock(settings),
            RuntimeOptions.from(settings),
            LogLevel.from(settings),
            LogFormat.from(settings),
            TraceOptions.from(settings),
            instances(settings),
            IngestOptions.from(
                settings,
                telegram.chat(),
                telegram.people().anybodyMay(People.Right.APPROVE),
                telegram.people().anybodyMay(People.Right.REPLY)),
            RedactionOptions.from(settings),
            SessionOptions.from(settings),
            telegram,
            ConsoleOptions.from(settings),
            BusOptions.from(settings),
            FilterRule.from(settings));
    refuseClusterOnSqlite(settings, options);
    refuseFiltersWithoutDoor(settings, options);
    settings.conclude();
    return options;
  }

  /**
   * What a running node cannot change to.
   *
   * @return the groups of settings that differ and take a restart; empty when the node can change
   *     to the others while it runs
   */
  public List<String> fixedWhileRunning(NodeOptions other) {
    List<String> differing = new ArrayList<>();
    if (!dataDir.equals(other.dataDir)) {
      differing.add("dataDir");
    }
    if (!store.equals(other.store)) {
      differing.add("store");
    }
    if (!cluster.equals(other.cluster) || lock != other.lock) {
      differing.add("cluster");
    }
    if (!traces.equals(other.traces)) {
      differing.add("telemetry.traces");
    }
    return differing;
  }

  private static void refuseClusterOnSqlite(Settings settings, NodeOptions options) {
    if (options.cluster().enabled() && options.store().url().startsWith("jdbc:sqlite:")) {
      settings.problem(
          "store.url",
          options.store().url(),
          "a cluster needs a store that all its nodes share, and SQLite is one machine's own:"
              + " write jdbc:postgresql://host:port/database, or switch cluster.enabled off");
    }
  }

  private static void refuseFiltersWithoutDoor(Settings settings, NodeOptions options) {
    if (!options.filters().isEmpty() && options.bus().tcp().isEmpty()) {
      settings.problem(
          "bus.filters",
          options.filters().get(0).name(),
          "programs that filter connect to the bus: switch bus.enabled on, or name no filter");
    }
  }

  private static Lock lock(Settings settings) {
    String word = settings.choice("cluster.lock", "shared", List.of("shared", "always-granted"));
    return word.equals("shared") ? Lock.SHARED : Lock.ALWAYS_GRANTED;
  }

  private static int instances(Settings settings) {
    int wanted = settings.integer("ingest.instances", 0, 0, 64);
    return wanted == 0 ? Runtime.getRuntime().availableProcessors() : wanted;
  }
}
