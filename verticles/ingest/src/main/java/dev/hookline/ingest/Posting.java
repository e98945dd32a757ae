package dev.hookline.ingest;

import dev.hookline.messages.EventsPosted;
import dev.hookline.messages.EventsTaken;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;

/**
 * Takes events that another room's door let in, as if they had been posted to {@code /v1/events}.
 * Confined to the event loop of its instance.
 */
final class Posting {

  private final Reception reception;
  private final int most;

  Posting(Reception reception, int most) {
    this.reception = reception;
    this.most = most;
  }

  /** Takes the events; answers after the commit, or with what is wrong. Never fails. */
  Future<EventsTaken> take(EventsPosted posted) {
    byte[] body = posted.body().getBytes(StandardCharsets.UTF_8);
    Future<Reply> reply =
        body.length > most
            ? Future.succeededFuture(Reply.problem(Intake.tooLarge(most)))
            : reception.events(body, false, null);
    return reply
        .otherwise(Failures::reply)
        .map(worded -> new EventsTaken(worded.status(), new JsonObject(worded.body())));
  }
}
