package dev.hookline.app.demo;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.emulator.Journal;
import dev.hookline.emulator.TopicView;
import dev.hookline.store.Overview;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.Totals;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What became of a recording. What the node says it showed counts only when the emulator's journal
 * has it: in the one topic of its session, and after what was shown before.
 *
 * @param events of the recording
 * @param topics topics in the chat
 * @param expectedTopics sessions of the recording
 * @param accepted events that the node acknowledged
 * @param shown events whose message is in the journal
 * @param kept events that have no place in a chat
 * @param misplaced messages that stand in another topic or before an earlier one
 */
record Verdict(
    long events,
    long topics,
    long expectedTopics,
    long accepted,
    long shown,
    long kept,
    long misplaced) {

  static Future<Verdict> of(Recording recording, Overview overview, EmulatorVerticle telegram) {
    Future<Totals> totals = overview.totals();
    Future<List<TopicView>> topics = telegram.control().topics(EmulatorOptions.CHAT);
    Future<List<List<ShownEvent>>> shown =
        overview.sessions((int) recording.sessions() + 1).compose(all -> shown(overview, all));
    return Future.all(totals, topics, shown)
        .map(
            ignored -> {
              Map<Long, CallRecord> journal = messages(telegram.journal());
              return new Verdict(
                  recording.events(),
                  topics.result().stream().filter(topic -> !topic.general()).count(),
                  recording.sessions(),
                  totals.result().accepted(),
                  shown.result().stream().mapToLong(one -> found(one, journal)).sum(),
                  totals.result().kept(),
                  shown.result().stream().mapToLong(one -> misplaced(one, journal)).sum());
            });
  }

  /** Events that are neither shown nor kept. */
  long lost() {
    return events - shown - kept;
  }

  boolean isGood() {
    return lost() == 0 && misplaced == 0 && topics == expectedTopics && accepted == events;
  }

  /** One line for people. */
  String inWords() {
    return String.format(
        "%s: %d %s, %d of %d events accepted, %d shown %s, %d without a place in a chat, %d lost.",
        isGood() ? "Good" : "NOT GOOD",
        topics,
        topics == 1 ? "topic" : "topics",
        accepted,
        events,
        shown,
        misplaced == 0 ? "in order" : "(" + misplaced + " out of order)",
        kept,
        lost());
  }

  private static Future<List<List<ShownEvent>>> shown(
      Overview overview, List<SessionSummary> sessions) {
    return Future.all(
            sessions.stream().map(session -> overview.shown(session.topic().session())).toList())
        .map(all -> all.<List<ShownEvent>>list());
  }

  /** The calls that made messages, by the message. */
  private static Map<Long, CallRecord> messages(Journal journal) {
    return journal.records().stream()
        .filter(CallRecord::committed)
        .filter(call -> call.method().startsWith("send"))
        .flatMap(call -> call.messageIds().stream().map(id -> Map.entry((long) id, call)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  static long found(List<ShownEvent> events, Map<Long, CallRecord> journal) {
    return events.stream().filter(event -> journal.containsKey(event.messageId())).count();
  }

  /** Counts where the journal goes back, or changes the topic, while the session goes on. */
  static long misplaced(List<ShownEvent> events, Map<Long, CallRecord> journal) {
    List<CallRecord> calls =
        events.stream()
            .map(event -> journal.get(event.messageId()))
            .filter(call -> call != null)
            .toList();
    long misplaced = 0;
    for (int i = 1; i < calls.size(); i++) {
      CallRecord before = calls.get(i - 1);
      CallRecord call = calls.get(i);
      if (call.seq() < before.seq() || call.threadId() != before.threadId()) {
        misplaced++;
      }
    }
    return misplaced;
  }
}
