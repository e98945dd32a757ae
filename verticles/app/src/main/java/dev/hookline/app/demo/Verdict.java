package dev.hookline.app.demo;

import dev.hookline.emulator.EmulatorOptions;
import dev.hookline.emulator.EmulatorVerticle;
import dev.hookline.emulator.TopicView;
import dev.hookline.store.Overview;
import dev.hookline.store.SessionSummary;
import dev.hookline.store.ShownEvent;
import dev.hookline.store.Totals;
import io.vertx.core.Future;
import java.util.List;

/**
 * What became of a recording. What the node says it showed counts only when the emulator's journal
 * has it: in the one topic of its session, and after what was shown before.
 *
 * @param events of the recording
 * @param topics topics in the chat
 * @param expectedTopics sessions of the recording
 * @param accepted events that the node acknowledged
 * @param shown events whose message is in the journal
 * @param hushed events that a message in the journal counts
 * @param kept events that have no place in a chat
 * @param misplaced messages that stand in another topic or before an earlier one
 */
record Verdict(
    long events,
    long topics,
    long expectedTopics,
    long accepted,
    long shown,
    long hushed,
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
              Evidence journal = Evidence.of(telegram.journal());
              return new Verdict(
                  recording.events(),
                  topics.result().stream().filter(topic -> !topic.general()).count(),
                  recording.sessions(),
                  totals.result().accepted(),
                  shown.result().stream().mapToLong(one -> found(one, false, journal)).sum(),
                  shown.result().stream().mapToLong(one -> found(one, true, journal)).sum(),
                  totals.result().kept(),
                  shown.result().stream().mapToLong(one -> misplaced(one, journal)).sum());
            });
  }

  /** Events that are neither shown, nor counted by a message, nor kept. */
  long lost() {
    return events - shown - hushed - kept;
  }

  boolean isGood() {
    return lost() == 0 && misplaced == 0 && topics == expectedTopics && accepted == events;
  }

  /** One line for people. */
  String inWords() {
    return accepted > events
        ? String.format(
            "NOT KNOWN: others told the node events as well, %d beside the %d of the recording."
                + " Run it again without them.",
            accepted - events, events)
        : sums();
  }

  private String sums() {
    return String.format(
        "%s: %d %s, %d of %d events accepted, %d shown %s,%s %d without a place in a chat, %d lost.",
        isGood() ? "Good" : "NOT GOOD",
        topics,
        topics == 1 ? "topic" : "topics",
        accepted,
        events,
        shown,
        misplaced == 0 ? "in order" : "(" + misplaced + " out of order)",
        hushed == 0 ? "" : " " + hushed + " counted,",
        kept,
        lost());
  }

  private static Future<List<List<ShownEvent>>> shown(
      Overview overview, List<SessionSummary> sessions) {
    return Future.all(
            sessions.stream().map(session -> overview.shown(session.topic().session())).toList())
        .map(all -> all.<List<ShownEvent>>list());
  }

  /** Counts events that only have a place in a count, or that have another. */
  static long found(List<ShownEvent> events, boolean counted, Evidence journal) {
    return events.stream()
        .filter(event -> (event.how() == ShownEvent.How.COUNTED) == counted)
        .filter(event -> journal.of(event) != null)
        .count();
  }

  /** Counts where the journal goes back, or changes the topic, while the session goes on. */
  static long misplaced(List<ShownEvent> events, Evidence journal) {
    List<ShownEvent> shown = events.stream().filter(event -> journal.of(event) != null).toList();
    long misplaced = 0;
    for (int i = 1; i < shown.size(); i++) {
      ShownEvent before = shown.get(i - 1);
      ShownEvent event = shown.get(i);
      if (journal.of(event).seq() < journal.of(before).seq()
          || journal.thread(event) != journal.thread(before)) {
        misplaced++;
      }
    }
    return misplaced;
  }
}
