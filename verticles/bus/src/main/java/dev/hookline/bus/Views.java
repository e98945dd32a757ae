package dev.hookline.bus;

import dev.hookline.messages.SessionKey;
import dev.hookline.store.Approval;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.Store;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How sessions and questions stand, as far as it is told. Confined to one event loop. */
final class Views {

  private static final int SESSIONS = 200;
  private static final int QUESTIONS = 200;

  private final Store store;
  private Map<String, SessionKey> asked = Map.of();

  Views(Store store) {
    this.store = store;
  }

  /** The sessions in which something happened last, by their id, the latest as the last. */
  Future<Map<String, JsonObject>> sessions() {
    return store.overview().sessions(SESSIONS).map(Views::sessions);
  }

  /** The questions that wait, by their id, and those that waited at the last look. */
  Future<Map<String, JsonObject>> approvals() {
    return store
        .journal()
        .asking(QUESTIONS)
        .compose(asking -> settled(asking).map(settled -> all(settled, asking)));
  }

  private Future<List<Approval>> settled(List<Approval> asking) {
    Map<String, SessionKey> gone = new LinkedHashMap<>(asked);
    asking.forEach(approval -> gone.remove(approval.id()));
    List<Future<List<Approval>>> looks =
        gone.values().stream().distinct().map(store.approvals()::of).toList();
    return Future.all(looks)
        .map(
            all ->
                all.<List<Approval>>list().stream()
                    .flatMap(List::stream)
                    .filter(approval -> gone.containsKey(approval.id()))
                    .toList());
  }

  private Map<String, JsonObject> all(List<Approval> settled, List<Approval> asking) {
    asked = asking.stream().collect(Collectors.toMap(Approval::id, Approval::session));
    Map<String, JsonObject> view = new LinkedHashMap<>();
    settled.forEach(approval -> view.put(approval.id(), Forms.approval(approval)));
    asking.forEach(approval -> view.put(approval.id(), Forms.approval(approval)));
    return view;
  }

  private static Map<String, JsonObject> sessions(List<SessionSummary> sessions) {
    List<SessionSummary> latestLast = new ArrayList<>(sessions);
    Collections.reverse(latestLast);
    Map<String, JsonObject> view = new LinkedHashMap<>();
    latestLast.forEach(
        session -> view.put(session.topic().session().value(), Forms.session(session)));
    return view;
  }
}
