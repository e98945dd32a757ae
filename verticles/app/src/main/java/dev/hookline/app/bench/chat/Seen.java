package dev.hookline.app.bench.chat;

import static java.util.Locale.ROOT;

import dev.hookline.app.demo.Evidence;
import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.Journal;
import dev.hookline.messages.SessionKey;
import dev.hookline.store.Overview;
import dev.hookline.store.ShownEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the emulator's journal says of a scenario. What the store calls shown counts only when the
 * journal has the message, and the event's mark stands in it.
 *
 * @param events that were to be shown
 * @param lost that are not
 * @param misplaced that stand before an earlier one of their session, or in another topic
 * @param seconds until the last one was shown
 * @param calls that count against the limit of the chat
 * @param floods calls that were refused with 429
 * @param whileClosed calls that were made before the time that a 429 named
 * @param waits seconds from acknowledgement to shown, of each event
 * @param urgentWaits the same of those for which a person waits
 */
record Seen(
    long events,
    long lost,
    long misplaced,
    double seconds,
    long calls,
    long floods,
    long whileClosed,
    List<Double> waits,
    List<Double> urgentWaits) {

  private static final double SECOND = 1_000;

  /** Calls that show nothing in the chat, in lower case. */
  private static final Set<String> FREE =
      Set.of("getme", "getupdates", "getchat", "getchatmember", "sendchataction", "deletewebhook");

  static Seen of(long begin, Map<SessionKey, List<Told>> told, Overview overview, Journal journal) {
    List<CallRecord> calls =
        journal.records().stream().filter(call -> call.receivedAt() >= begin).toList();
    Reading reading = new Reading(begin, Evidence.of(journal));
    told.forEach((session, events) -> reading.read(events, overview.shown(session).await()));
    return new Seen(
        reading.events,
        reading.events - reading.waits.size(),
        reading.misplaced,
        (reading.last - begin) / SECOND,
        calls.stream().filter(call -> !FREE.contains(call.method().toLowerCase(ROOT))).count(),
        calls.stream().filter(call -> call.status() == 429).count(),
        calls.stream().filter(CallRecord::whileClosed).count(),
        List.copyOf(reading.waits),
        List.copyOf(reading.urgent));
  }

  /** Reads one session after the other. */
  private static final class Reading {

    private final long begin;
    private final Evidence journal;
    private final List<Double> waits = new ArrayList<>();
    private final List<Double> urgent = new ArrayList<>();
    private long events;
    private long misplaced;
    private long last;

    Reading(long begin, Evidence journal) {
      this.begin = begin;
      this.journal = journal;
      this.last = begin;
    }

    void read(List<Told> told, List<ShownEvent> shown) {
      events += told.stream().filter(Told::isMeasured).count();
      CallRecord before = null;
      int topic = 0;
      int mark = -1;
      for (ShownEvent event : shown) {
        Told one = told.get((int) event.seq() - 1);
        CallRecord message = journal.of(event);
        int place = message == null ? -1 : text(message).indexOf(one.mark());
        if (place < 0 || !one.isMeasured()) {
          continue;
        }
        int thread = journal.thread(event);
        if (before != null && (thread != topic || isBehind(before, mark, message, place))) {
          misplaced++;
        }
        before = message;
        topic = thread;
        mark = place;
        seen(one, message.receivedAt());
      }
    }

    private void seen(Told one, long at) {
      double wait = (at - begin - one.atMillis()) / SECOND;
      waits.add(wait);
      if (one.urgent()) {
        urgent.add(wait);
      }
      last = Math.max(last, at);
    }

    private static boolean isBehind(CallRecord before, int mark, CallRecord message, int place) {
      return message.seq() < before.seq() || (message.seq() == before.seq() && place < mark);
    }

    private static String text(CallRecord message) {
      return message.args().getOrDefault("text", message.args().getOrDefault("caption", ""));
    }
  }
}
