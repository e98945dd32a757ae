package dev.hookline.lab.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * C2: a session's messages are in one topic, always; and in the end no topic is there that has
 * none. Messages that were deleted count as well.
 */
public final class OneTopic implements Checker {

  @Override
  public Verdict judge(History history) {
    Map<String, Set<Long>> written = written(history);
    List<String> violations = new ArrayList<>();
    written.forEach(
        (session, threads) -> {
          if (threads.size() > 1) {
            violations.add(session + " was written to the topics " + threads);
          }
        });
    long split = violations.size();
    Set<Long> owned = new HashSet<>();
    written.values().forEach(owned::addAll);
    List<ForumTopic> orphans =
        history.topics().stream().filter(topic -> !owned.contains(topic.thread())).toList();
    orphans.stream()
        .filter(ForumTopic::isThere)
        .forEach(
            topic -> violations.add("topic " + topic.thread() + " is nobody's: " + topic.name()));
    return new Verdict("C2 one topic", figures(history, split, orphans), violations);
  }

  private static Map<String, Set<Long>> written(History history) {
    Map<String, Told> events = history.byMark();
    Map<String, Set<Long>> written = new TreeMap<>();
    for (Shown message : history.shown()) {
      for (String mark : message.marks()) {
        Told event = events.get(mark);
        if (event != null) {
          written.computeIfAbsent(event.session(), key -> new TreeSet<>()).add(message.thread());
        }
      }
    }
    return written;
  }

  private static Map<String, Long> figures(History history, long split, List<ForumTopic> orphans) {
    Map<String, Long> figures = new LinkedHashMap<>();
    figures.put("topics created", (long) history.topics().size());
    figures.put("sessions written to two topics", split);
    figures.put("orphans deleted", orphans.stream().filter(topic -> !topic.isThere()).count());
    figures.put("orphans in the end", orphans.stream().filter(ForumTopic::isThere).count());
    figures.put(
        "longest life of an orphan, ms",
        orphans.stream()
            .filter(topic -> !topic.isThere())
            .mapToLong(topic -> topic.deleted() - topic.created())
            .max()
            .orElse(0));
    return figures;
  }
}
