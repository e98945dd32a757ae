package dev.hookline.ingest;

import dev.hookline.ingest.read.RefusedException;
import dev.hookline.store.StoreUnavailableException;
import io.vertx.core.http.HttpClosedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Words what went wrong, the same at every door. Stateless. */
final class Failures {

  private static final Logger LOGGER = LoggerFactory.getLogger(Failures.class);
  private static final String RETRY_SECONDS = "1";
  private static final String AGAIN =
      "nothing was acknowledged: send the same again, with the same ids";

  private Failures() {}

  /** What the sender is told. */
  static Reply reply(Throwable cause) {
    if (cause instanceof ProblemException known) {
      return Reply.problem(known.problem());
    }
    if (cause instanceof RefusedException refused) {
      return Reply.problem(Problem.badInput(refused.flaw()));
    }
    if (cause instanceof StoreUnavailableException) {
      return later("Store unavailable", AGAIN);
    }
    if (cause instanceof FilterUnavailableException silent) {
      return later("Filter unavailable", silent.getMessage() + ", and " + AGAIN);
    }
    if (!(cause instanceof HttpClosedException)) {
      LOGGER.atError().setCause(cause).log("a request failed");
    }
    return Reply.problem(
        Problem.of(500, "Internal error", "nothing was acknowledged; this server's log says why"));
  }

  private static Reply later(String title, String detail) {
    return Reply.problem(Problem.of(503, title, detail)).with("Retry-After", RETRY_SECONDS);
  }
}
