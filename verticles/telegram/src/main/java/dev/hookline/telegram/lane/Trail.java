package dev.hookline.telegram.lane;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.trace.Stage;
import dev.hookline.messages.trace.Stage.Kind;
import dev.hookline.messages.trace.Stage.Mark;
import dev.hookline.messages.trace.Traces;
import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.bot.CallOutcome;
import dev.hookline.telegram.bot.Posted;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Tells those who follow events how they were shown. A call belongs to the first event that its
 * message shows, and is linked with the others, each of which has waited for it as well.
 */
final class Trail {

  private final Traces traces;
  private final LaneTime time;
  private final long chat;

  Trail(Traces traces, LaneTime time, long chat) {
    this.traces = traces;
    this.time = time;
    this.chat = chat;
  }

  /**
   * Makes a call that an entry waits for.
   *
   * @param method the Bot API's name of it
   * @param message the message that it changes; 0 for none
   */
  <T> Future<CallOutcome<T>> follow(
      OutboxEntry entry, String method, long message, Supplier<Future<CallOutcome<T>>> call) {
    if (!traces.on()) {
      return call.get();
    }
    Instant begun = time.wall();
    return call.get().onSuccess(outcome -> called(entry, method, message, begun, outcome));
  }

  /** What became of an entry was decided without a call of its own, or after it. */
  void settled(OutboxEntry entry, String how, long message) {
    if (!traces.on()) {
      return;
    }
    Instant at = time.wall();
    Map<String, Object> facts = facts(entry);
    facts.put("hookline.outcome", how);
    put(facts, "hookline.message.id", message);
    String turn = how + " " + turn(entry);
    waiting(entry)
        .map(wait -> new Mark(wait.mark().event(), Kind.SETTLE, turn))
        .forEach(mark -> traces.over(new Stage(mark, "", at, at, false, facts, List.of())));
  }

  private void called(
      OutboxEntry entry, String method, long message, Instant begun, CallOutcome<?> outcome) {
    List<Wait> waits = waiting(entry).toList();
    if (waits.isEmpty()) {
      return; // words of our own, of no event
    }
    Mark first = waits.get(0).mark();
    Mark call = new Mark(first.event(), Kind.CALL, first.turn());
    List<Mark> others = waits.stream().skip(1).map(Wait::mark).toList();
    waited(waits.get(0), begun, List.of());
    waits.stream().skip(1).forEach(wait -> waited(wait, begun, List.of(call)));
    Map<String, Object> facts = facts(entry);
    facts.put("hookline.chat", chat);
    facts.put("hookline.telegram.method", method);
    facts.put("hookline.events", (long) waits.size());
    put(facts, "hookline.message.id", message);
    boolean done = outcome(outcome, facts);
    traces.over(new Stage(call, method, begun, time.wall(), !done, facts, others));
  }

  private void waited(Wait wait, Instant until, List<Mark> links) {
    Map<String, Object> facts = facts(wait.entry());
    Instant since = wait.entry().since();
    traces.over(new Stage(wait.mark(), "", since, until, false, facts, links));
  }

  private static boolean outcome(CallOutcome<?> outcome, Map<String, Object> facts) {
    if (outcome instanceof CallOutcome.Done<?> done) {
      facts.put("hookline.outcome", "done");
      put(facts, "hookline.message.id", done.value() instanceof Posted p ? p.messageId() : 0);
      return true;
    }
    if (outcome instanceof CallOutcome.Refused<?> refused) {
      facts.put("hookline.outcome", "refused");
      facts.put("hookline.telegram.code", (long) refused.code());
      facts.put("hookline.telegram.refusal", refused.meaning().name().toLowerCase(Locale.ROOT));
      put(facts, "hookline.telegram.retry_after_millis", refused.retryAfterMillis());
      return false;
    }
    boolean unknown = outcome instanceof CallOutcome.Unknown<?>;
    facts.put("hookline.outcome", unknown ? "unknown" : "not sent");
    return false;
  }

  /** Every event that the entry's message shows, as it waits there. */
  private static Stream<Wait> waiting(OutboxEntry entry) {
    return Stream.concat(Stream.of(entry), entry.folded().stream())
        .flatMap(one -> one.events().stream().map(event -> new Wait(one, mark(one, event))));
  }

  private static Mark mark(OutboxEntry entry, HookEvent event) {
    return new Mark(event, Kind.OUTBOX, turn(entry));
  }

  private static String turn(OutboxEntry entry) {
    return "%d.%d.%d.%d"
        .formatted(entry.position(), entry.generation(), entry.part(), entry.attempts());
  }

  private static Map<String, Object> facts(OutboxEntry entry) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("hookline.position", entry.position());
    facts.put("hookline.part", (long) entry.part());
    facts.put("hookline.attempt", (long) entry.attempts());
    return facts;
  }

  private static void put(Map<String, Object> facts, String key, long value) {
    if (value != 0) {
      facts.put(key, value);
    }
  }

  private record Wait(OutboxEntry entry, Mark mark) {}
}
