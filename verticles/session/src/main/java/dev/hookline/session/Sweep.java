package dev.hookline.session;

import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds work that no hint told of, and takes each piece of it to its next step, none twice at once.
 * Confined to its verticle's event loop.
 *
 * @param <T> a piece of work
 */
final class Sweep<T> {

  private static final Logger LOGGER = LoggerFactory.getLogger(Sweep.class);

  private final String name;
  private final Find<T> find;
  private final Function<T, Object> key;
  private final Function<T, Future<Void>> step;
  private final Set<Object> underWay = new HashSet<>();
  private boolean finding;

  /**
   * @param name for the log
   * @param find reads what is to be done
   * @param key tells pieces of work apart
   * @param step takes one further
   */
  Sweep(String name, Find<T> find, Function<T, Object> key, Function<T, Future<Void>> step) {
    this.name = name;
    this.find = find;
    this.key = key;
    this.step = step;
  }

  /** Looks once, unless the last look is not over yet. */
  void run() {
    if (finding) {
      return;
    }
    finding = true;
    Future.succeededFuture()
        .compose(ignored -> find.find())
        .onSuccess(found -> found.forEach(this::advance))
        .onFailure(this::report)
        .onComplete(ignored -> finding = false);
  }

  private void advance(T work) {
    Object id = key.apply(work);
    if (underWay.add(id)) {
      Future.succeededFuture()
          .compose(ignored -> step.apply(work))
          .onFailure(this::report)
          .onComplete(ignored -> underWay.remove(id));
    }
  }

  private void report(Throwable cause) {
    if (cause instanceof StoreUnavailableException) { // comes every second while the store is away
      LOGGER.atWarn().addKeyValue("sweep", name).log("the store is away: " + cause.getMessage());
      return;
    }
    LOGGER.atWarn().addKeyValue("sweep", name).setCause(cause).log("sweep found trouble");
  }

  /** Reads what is to be done. */
  interface Find<T> {
    Future<List<T>> find();
  }
}
