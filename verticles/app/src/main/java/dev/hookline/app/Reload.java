package dev.hookline.app;

import dev.hookline.app.runtime.Outcome;
import dev.hookline.app.runtime.Outcome.What;
import dev.hookline.config.BadSettingsException;
import dev.hookline.config.Settings;
import dev.hookline.messages.NodeState;
import dev.hookline.messages.SettingsState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a node to new settings, or says why not; then it runs on as it did. One change after the
 * other. Thread-safe.
 */
final class Reload {

  private static final Logger LOGGER = LoggerFactory.getLogger(Reload.class);

  private final Vertx vertx;
  private final Node node;
  private final NodeState state;
  private final Clock clock;
  private final Function<JsonObject, Settings> reader;

  private NodeOptions running;
  private Future<?> lastChange = Future.succeededFuture();

  /**
   * @param running by which the node was started
   * @param reader makes settings of the texts of files; blocks
   */
  Reload(
      Vertx vertx,
      Node node,
      NodeOptions running,
      Clock clock,
      Function<JsonObject, Settings> reader) {
    this.vertx = vertx;
    this.node = node;
    this.state = NodeState.of(vertx);
    this.running = running;
    this.clock = clock;
    this.reader = reader;
    state.note(new SettingsState(clock.instant(), true, List.of("as at the start")));
  }

  /** The settings' files say something else. */
  synchronized void changed(JsonObject texts) {
    lastChange = lastChange.transform(ignored -> change(texts));
  }

  private Future<Void> change(JsonObject texts) {
    return vertx
        .executeBlocking(() -> read(texts))
        .compose(next -> node.change(next).onSuccess(ignored -> follow(next)))
        .onSuccess(this::done)
        .onFailure(this::refused)
        .mapEmpty();
  }

  private NodeOptions read(JsonObject texts) {
    texts.forEach(text -> refuseEmpty(text.getKey(), (String) text.getValue()));
    NodeOptions next = NodeOptions.from(reader.apply(texts));
    List<String> fixed = running.fixedWhileRunning(next);
    if (!fixed.isEmpty()) {
      throw new BadSettingsException(
          String.join(" and ", fixed)
              + " cannot change while the node runs: restart it, or write what was there before");
    }
    return next;
  }

  // A file that is just being written, or was emptied by mistake, says nothing about what to run.
  private static void refuseEmpty(String file, String text) {
    if (file.isEmpty()) {
      throw new BadSettingsException(text); // why the files cannot be read
    }
    if (text.isBlank()) {
      throw new BadSettingsException(
          file + ": is empty; write the settings that are to be in force");
    }
  }

  private void follow(NodeOptions next) {
    if (next.logLevel() != running.logLevel()) {
      next.logLevel().apply();
    }
    running = next;
  }

  private void done(List<Outcome> outcomes) {
    List<String> words =
        outcomes.stream()
            .filter(outcome -> outcome.what() != What.UNTOUCHED)
            .map(Outcome::toString)
            .toList();
    boolean inForce = outcomes.stream().allMatch(Outcome::isAsWanted);
    note(inForce, words.isEmpty() ? List.of("no verticle had to change") : words);
  }

  private void refused(Throwable cause) {
    note(false, String.valueOf(cause.getMessage()).lines().toList());
  }

  private void note(boolean inForce, List<String> words) {
    state.note(new SettingsState(clock.instant(), inForce, words));
    if (inForce) {
      LOGGER.atInfo().log("settings are in force: {}", String.join("; ", words));
    } else {
      LOGGER.atError().log("settings are not in force as a whole: {}", String.join("; ", words));
    }
  }
}
