package dev.hookline.app;

import dev.hookline.app.cluster.ClusteredVertx;
import dev.hookline.app.log.LogFormat;
import dev.hookline.app.log.LogLevel;
import dev.hookline.app.runtime.SettingsWatch;
import dev.hookline.config.Settings;
import dev.hookline.messages.Addresses;
import dev.hookline.store.Store;
import dev.hookline.store.StoreUnavailableException;
import dev.hookline.store.jdbc.JdbcStore;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A node on this machine: its directory, its {@code Vertx}, its database, and the node between
 * them. Blocking: for the thread that runs a command.
 */
public final class LocalNode implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(LocalNode.class);
  private static final long START_SECONDS = 60;
  private static final long DATABASE_SECONDS = 30; // of them, for a database that does not answer
  private static final long AGAIN_SECONDS = 1;
  private static final long STOP_SECONDS = 20;
  private static final long NANOS_PER_SECOND = 1_000_000_000;

  private final NodeDirectory directory;
  private final NodeOptions options;
  private Vertx vertx;
  private Store store;
  private Node node;
  private SettingsWatch watch;

  private LocalNode(NodeDirectory directory, NodeOptions options) {
    this.directory = directory;
    this.options = options;
  }

  /**
   * Opens everything, and closes it again when a part cannot be opened.
   *
   * @throws CannotStartException says why
   */
  public static LocalNode start(NodeOptions options, Sources sources) {
    LocalNode local = new LocalNode(NodeDirectory.open(options.dataDir()), options);
    try {
      if (options.logLevel() != LogLevel.INFO) { // which it begins with
        options.logLevel().apply();
      }
      if (options.logFormat() != LogFormat.TEXT) {
        options.logFormat().apply();
      }
      local.open(sources).await(START_SECONDS, TimeUnit.SECONDS);
      return local;
    } catch (Exception cause) {
      local.close();
      throw cause instanceof CannotStartException told
          ? told
          : new CannotStartException(String.valueOf(cause.getMessage()), cause);
    }
  }

  public Node node() {
    return node;
  }

  public Store store() {
    return store;
  }

  /**
   * From now on, what the settings' files say is what runs, as far as that can change.
   *
   * @param known what they said when the node's options were read
   * @param reader makes settings of what they say; blocks
   */
  public void follow(
      SettingsPlaces places, JsonObject known, Function<JsonObject, Settings> reader) {
    Reload reload = new Reload(vertx, node, options, store.clock(), reader);
    watch = new SettingsWatch(vertx, places, known, reload::changed);
    watch.start();
  }

  /** Takes no more, finishes what runs, closes the database, lets the directory go. */
  @Override
  public void close() {
    Promise<Void> closed = Promise.promise(); // of no event loop: it completes after their end
    (watch == null ? Future.<Void>succeededFuture() : watch.stop())
        .eventually(() -> node == null ? Future.succeededFuture() : node.stop())
        .eventually(() -> store == null ? Future.succeededFuture() : store.close())
        .onComplete(ignored -> closeVertx().onComplete(closed));
    try {
      closed.future().await(STOP_SECONDS, TimeUnit.SECONDS);
      LOGGER.atInfo().log("stopped");
    } catch (Exception late) {
      LOGGER.atWarn().setCause(late).log("not stopped in time; what was accepted is in the store");
    }
    directory.close();
  }

  private Future<Void> open(Sources sources) {
    long deadline = sources.nanoTime().getAsLong() + DATABASE_SECONDS * NANOS_PER_SECOND;
    return join(sources)
        .compose(ignored -> openStore(sources, deadline))
        .compose(
            opened -> {
              store = opened;
              node = new Node(vertx, options, sources, opened);
              return node.start();
            });
  }

  // A node may start while its database does.
  private Future<Store> openStore(Sources sources, long deadline) {
    return JdbcStore.open(vertx, options.store(), sources.clock(), sources.nanoTime())
        .recover(
            cause -> {
              boolean late = sources.nanoTime().getAsLong() > deadline;
              if (late || !(cause instanceof StoreUnavailableException)) {
                return Future.failedFuture(cause);
              }
              LOGGER.atWarn().log("{}; trying again", cause.getMessage());
              return vertx
                  .timer(AGAIN_SECONDS, TimeUnit.SECONDS)
                  .compose(ignored -> openStore(sources, deadline));
            });
  }

  private Future<Void> join(Sources sources) {
    boolean clustered = options.cluster().enabled();
    return (clustered
            ? ClusteredVertx.start(
                options.cluster(), NodeId.readOrCreate(options.dataDir(), sources.ids()))
            : Future.succeededFuture(Vertx.vertx()))
        .onSuccess(started -> vertx = started)
        .onSuccess(Addresses::registerCodecs)
        .mapEmpty();
  }

  private Future<Void> closeVertx() {
    return vertx == null ? Future.succeededFuture() : vertx.close();
  }
}
