package dev.hookline.telegram.command;

import dev.hookline.store.Overview;
import dev.hookline.store.SessionTopic;
import dev.hookline.store.SessionTotals;
import dev.hookline.store.Totals;
import dev.hookline.telegram.ask.People.Right;
import io.vertx.core.Future;
import java.util.Optional;

/** What became of the events: of a session, and of all. */
final class Stats extends Plain {

  private final Overview overview;

  Stats(Overview overview) {
    super("stats", "what became of the events", Right.READ);
    this.overview = overview;
  }

  @Override
  public Future<Outcome> answer(Asked asked) {
    return overview
        .totals()
        .compose(all -> ofSession(asked.session()).map(words -> Outcome.say(words + inAll(all))));
  }

  private Future<String> ofSession(Optional<SessionTopic> session) {
    return session
        .map(one -> overview.of(one.session()))
        .orElse(Future.succeededFuture(Optional.empty()))
        .map(found -> found.map(Stats::words).orElse(""));
  }

  private static String words(SessionTotals of) {
    return "This session: %d accepted, %d shown (%d messages, %d folded), %s\n"
        .formatted(
            of.accepted(),
            of.shown(),
            of.messages(),
            of.folded(),
            rest(of.hushed(), of.kept(), of.parked(), of.waiting()));
  }

  private static String inAll(Totals all) {
    return "In all: %d accepted, %d shown, %s"
        .formatted(
            all.accepted(),
            all.shown(),
            rest(all.hushed(), all.kept(), all.parked(), all.waiting()));
  }

  private static String rest(long hushed, long kept, long parked, long waiting) {
    return "%d not shown for quiet, %d only stored, %d parked, %d waiting"
        .formatted(hushed, kept, parked, waiting);
  }
}
