package dev.hookline.app.care;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * An event on its whole way: into the hook script, as an agent would, and until Telegram has taken
 * the message that shows it.
 */
final class RoundTrip {

  /** The session of all of them: one topic is enough. */
  static final String SESSION = "hookline-doctor";

  private static final String CHECK = "round trip";
  private static final long LOOK_MILLIS = 50;
  private static final long ANSWER_SECONDS = 30;
  private static final double MILLIS_PER_SECOND = 1_000;

  private final Store store;
  private final Path script;
  private final Path hookData;
  private final Duration patience;

  /**
   * @param store the node's store
   * @param patience how long it may take
   */
  RoundTrip(Store store, Path script, Path hookData, Duration patience) {
    this.store = store;
    this.script = script;
    this.hookData = hookData;
    this.patience = patience;
  }

  /** Makes one. */
  Finding make() {
    try {
      int before = shown().size();
      long began = System.nanoTime();
      fire();
      while (System.nanoTime() - began < patience.toNanos()) {
        List<ShownEvent> shown = shown();
        if (shown.size() > before) {
          long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
          return Finding.good(CHECK, told(millis, shown.get(shown.size() - 1).messageId()));
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      }
      return Finding.wrong(CHECK, late(), "./hookline status says why");
    } catch (IOException failed) {
      return Finding.wrong(CHECK, "the hook script cannot be run", "see above");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Finding.odd(CHECK, "was interrupted", "try again");
    }
  }

  private String late() {
    boolean sent = Spool.events(hookData.resolve("spool")) == 0;
    return "the event was "
        + (sent ? "accepted, and not shown" : "not accepted")
        + " within "
        + patience.toSeconds()
        + " s";
  }

  private static String told(long millis, long message) {
    return String.format(
        Locale.ROOT,
        "shown as message %d, %.2f s after its hook began",
        message,
        millis / MILLIS_PER_SECOND);
  }

  private void fire() throws IOException, InterruptedException {
    JsonObject event =
        new JsonObject()
            .put("session_id", SESSION)
            .put("hook_event_name", "Notification")
            .put("cwd", "/" + SESSION)
            .put("notification_type", "doctor")
            .put("message", "The doctor was here: events arrive.");
    ProcessBuilder hook = new ProcessBuilder("sh", script.toString(), "claude");
    hook.environment().put("HOOKLINE_DATA_DIR", hookData.toString());
    Process process =
        hook.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    try (OutputStream input = process.getOutputStream()) {
      input.write(event.encode().getBytes(StandardCharsets.UTF_8));
    }
    process.waitFor();
  }

  private List<ShownEvent> shown() throws IOException {
    return await(store.overview().shown(new SessionKey(SESSION)));
  }

  private static <T> T await(Future<T> future) throws IOException {
    try {
      return future.await(ANSWER_SECONDS, TimeUnit.SECONDS);
    } catch (Exception failed) {
      throw new IOException("the store does not answer", failed);
    }
  }
}
