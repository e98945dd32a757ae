package dev.hookline.lab.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Builds a history, message by message. */
final class Run {

  static final long BEGIN = 1_000_000;

  private final List<Told> told = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final List<ForumTopic> topics = new ArrayList<>();
  private final List<Input> inputs = new ArrayList<>();
  private final Set<String> stored = new TreeSet<>();
  private final Set<String> uncertain = new TreeSet<>();
  private boolean answersMayBeLost = true;
  private long drained = BEGIN + 60_000;

  /** A session with so many acknowledged events and a topic: {@code s1-1}, {@code s1-2}, … */
  static Run of(String session, int events) {
    Run run = new Run();
    for (int number = 1; number <= events; number++) {
      run.tells(session, number);
    }
    return run.topic(2, 0);
  }

  Run tells(String session, int number) {
    told.add(new Told(mark(session, number), session, number, true, BEGIN, BEGIN + 5, 1));
    stored.add(mark(session, number));
    return this;
  }

  Run triesInVain(String session, int number) {
    told.add(new Told(mark(session, number), session, number, true, BEGIN, 0, 3));
    return this;
  }

  Run onlyStores(String session, int number) {
    told.add(new Told(mark(session, number), session, number, false, BEGIN, BEGIN + 5, 1));
    stored.add(mark(session, number));
    return this;
  }

  /** The store has it no more. */
  Run forgets(String mark) {
    stored.remove(mark);
    return this;
  }

  Run shows(long thread, String... marks) {
    return message(thread, false, false, marks);
  }

  Run showsLate(long thread, String... marks) {
    return message(thread, true, false, marks);
  }

  Run showedAndDeleted(long thread, String... marks) {
    return message(thread, false, true, marks);
  }

  /** A topic that was deleted after so many milliseconds, or not when it is 0. */
  Run topic(long thread, long life) {
    topics.add(new ForumTopic(thread, "topic " + thread, BEGIN, life == 0 ? 0 : BEGIN + life));
    return this;
  }

  Run uncertain(String... marks) {
    uncertain.addAll(List.of(marks));
    return this;
  }

  Run losesNoAnswer() {
    answersMayBeLost = false;
    return this;
  }

  Run delivers(String input, int times) {
    inputs.add(new Input(input, times));
    return this;
  }

  Run neverDrains() {
    drained = 0;
    return this;
  }

  Verdict judgedBy(Checker checker) {
    return checker.judge(
        new History(
            told,
            shown,
            topics,
            stored,
            uncertain,
            answersMayBeLost,
            inputs,
            BEGIN + 45_000,
            drained));
  }

  private Run message(long thread, boolean late, boolean deleted, String... marks) {
    long id = shown.size() + 10L;
    shown.add(new Shown(id, thread, List.of(marks), late, deleted, BEGIN + id));
    return this;
  }

  private static String mark(String session, int number) {
    return session + "-" + number;
  }
}
