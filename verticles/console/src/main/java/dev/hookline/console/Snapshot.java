package dev.hookline.console;

import dev.hookline.store.ChatSummary;
import dev.hookline.store.ParkedEntry;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.Totals;
import dev.hookline.store.Trouble;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * What the page shows at one time. Times are milliseconds of the epoch; ids that exceed a
 * JavaScript number's precision are none of ours, but chat ids are texts all the same. No event's
 * content is in it.
 *
 * @param json the page's and the API's contract
 * @param readable whether the store could be read
 * @param busy whether something waits, so that it will soon look different
 */
record Snapshot(JsonObject json, boolean readable, boolean busy) {

  static Snapshot of(Facts facts, Reasons reasons, SessionCard card) {
    JsonObject json =
        head(facts.asOf(), Health.of(facts, reasons))
            .put("totals", totals(facts.totals()))
            .put("sessions", sessions(facts, card))
            .put("asking", facts.asking())
            .put("moreSessions", Math.max(0, facts.all() - facts.sessions().size()))
            .put("chats", list(facts.chats(), chat -> chat(chat, facts.asOf(), reasons)))
            .put("troubles", list(facts.troubles(), trouble -> trouble(trouble, facts)))
            .put("parked", list(facts.parked(), parked -> parked(parked, facts)));
    return new Snapshot(json, true, facts.totals().waiting() > 0);
  }

  static Snapshot unreadable(Instant asOf, Throwable cause) {
    return new Snapshot(
        head(asOf, Health.unknown(String.valueOf(cause.getMessage()))), false, true);
  }

  private static JsonObject head(Instant asOf, Health health) {
    return new JsonObject()
        .put("asOf", asOf.toEpochMilli())
        .put(
            "health",
            new JsonObject()
                .put("level", health.level().name())
                .put("words", health.words())
                .put("more", new JsonArray(health.more())));
  }

  private static JsonObject totals(Totals totals) {
    return new JsonObject()
        .put("accepted", totals.accepted())
        .put("shown", totals.shown())
        .put("hushed", totals.hushed())
        .put("kept", totals.kept())
        .put("parked", totals.parked())
        .put("waiting", totals.waiting())
        .put("doubted", totals.doubted())
        .put("uncertain", totals.uncertain())
        .put("gaps", totals.gaps());
  }

  /** What waits comes first, whatever has happened elsewhere since. */
  private static JsonArray sessions(Facts facts, SessionCard card) {
    List<SessionSummary> ordered =
        facts.sessions().stream()
            .sorted(Comparator.comparing(session -> session.waiting() == 0))
            .toList();
    return list(ordered, session -> card.of(session, facts.chats()));
  }

  private static JsonObject chat(ChatSummary chat, Instant now, Reasons reasons) {
    String suspended = chat.lease().suspended();
    return new JsonObject()
        .put("chat", String.valueOf(chat.lease().chat()))
        .put("servedBy", chat.lease().owner())
        .put("term", chat.lease().epoch())
        .put("state", reasons.state(chat, now).name())
        .put("words", Words.sentence(reasons.chat(chat, now)))
        .put("next", suspended == null ? "" : Advice.onStopped(suspended))
        .put("allowed", reasons.allowed(chat, now))
        .put("left", reasons.left(chat, now))
        .put("waiting", chat.waiting());
  }

  private static JsonObject trouble(Trouble trouble, Facts facts) {
    return new JsonObject()
        .put("session", trouble.session().value())
        .put("name", facts.name(trouble.session()))
        .put("position", trouble.position())
        .put("what", trouble.what())
        .put("words", Advice.title(trouble))
        .put("reason", Words.plain(trouble.reason()))
        .put("next", Advice.on(trouble))
        .put("since", trouble.since().toEpochMilli());
  }

  private static JsonObject parked(ParkedEntry parked, Facts facts) {
    return new JsonObject()
        .put("session", parked.session().value())
        .put("name", facts.name(parked.session()))
        .put("position", parked.position())
        .put("what", parked.what().isEmpty() ? "note" : parked.what().replace('_', ' '))
        .put("reason", Words.plain(parked.reason()))
        .put("since", parked.since().toEpochMilli());
  }

  private static <T> JsonArray list(List<T> items, Function<T, JsonObject> writer) {
    return new JsonArray(items.stream().map(writer).toList());
  }
}
