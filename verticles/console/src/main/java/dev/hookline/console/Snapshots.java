package dev.hookline.console;

import dev.hookline.messages.NodeState;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.ChatSummary;
import dev.hookline.store.Overview;
import dev.hookline.store.Parked;
import dev.hookline.store.ParkedEntry;
import dev.hookline.store.SessionSearch;
import dev.hookline.store.SessionSearch.Only;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import io.vertx.core.Future;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the store's overview and puts it into words. Takes what the store takes; no state. */
final class Snapshots {

  private static final int SESSIONS = 100;
  private static final int TROUBLES = 20;
  private static final int PARKED = 100;

  private final Overview overview;
  private final Parked parked;
  private final Reasons reasons;
  private final SessionCard card;
  private final Clock clock;
  private final NodeState node;

  Snapshots(
      Overview overview,
      Parked parked,
      Reasons reasons,
      SessionCard card,
      Clock clock,
      NodeState node) {
    this.overview = overview;
    this.parked = parked;
    this.reasons = reasons;
    this.card = card;
    this.clock = clock;
    this.node = node;
  }

  /** How it goes now. Never fails: a store that cannot be read is a way it can go. */
  Future<Snapshot> take() {
    return Future.succeededFuture()
        .compose(ignored -> read())
        .map(facts -> Snapshot.of(facts, reasons, card))
        .otherwise(cause -> Snapshot.unreadable(clock.instant(), cause))
        .onSuccess(snapshot -> snapshot.json().put("node", node.toJson()));
  }

  private Future<Facts> read() {
    Future<Totals> totals = overview.totals();
    Future<List<SessionSummary>> waiting =
        overview.sessions(SessionSearch.of(Only.WAITING), SESSIONS);
    Future<List<SessionSummary>> latest = overview.sessions(SESSIONS);
    Future<Long> all = overview.count(SessionSearch.ALL);
    Future<Long> asking = overview.count(SessionSearch.of(Only.ASKING));
    Future<List<ChatSummary>> chats = overview.chats();
    Future<List<Trouble>> troubles = overview.troubles(TROUBLES);
    Future<List<ParkedEntry>> given = parked.list(PARKED);
    return Future.all(List.of(totals, waiting, latest, all, asking, chats, troubles, given))
        .map(
            ignored ->
                new Facts(
                    clock.instant(),
                    totals.result(),
                    eachOnce(waiting.result(), latest.result()),
                    all.result(),
                    asking.result(),
                    chats.result(),
                    troubles.result(),
                    given.result()));
  }

  /** However long ago a session was active: while it waits, it is among them. */
  private static List<SessionSummary> eachOnce(
      List<SessionSummary> waiting, List<SessionSummary> latest) {
    Map<SessionKey, SessionSummary> sessions = new LinkedHashMap<>();
    Stream.concat(waiting.stream(), latest.stream())
        .forEach(session -> sessions.putIfAbsent(session.topic().session(), session));
    return List.copyOf(sessions.values());
  }
}
