package dev.hookline.telegram.render;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What changes in a text, as lines of a unified diff.
 *
 * @param lines each with its mark in front
 */
record Diff(List<String> lines) {

  private static final int CONTEXT = 3;

  /** Lines that differ beyond this are not matched: it would take too long. */
  private static final int MOST_MATCHED = 600;

  private static final String HUNK = "@@";

  /** The change from one text to another. Where in its file it lies is not known. */
  static Diff between(String before, String after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    int head = sameAtStart(old, now);
    int tail = sameAtEnd(old, now, head);
    int from = Math.max(0, head - CONTEXT);
    List<String> oldMiddle = old.subList(from, old.size() - Math.max(0, tail - CONTEXT));
    List<String> nowMiddle = now.subList(from, now.size() - Math.max(0, tail - CONTEXT));
    boolean tooMany = old.size() + now.size() - 2 * (head + tail) > MOST_MATCHED;
    return tooMany
        ? replaced(oldMiddle, nowMiddle, head - from, Math.min(tail, CONTEXT))
        : matched(oldMiddle, nowMiddle);
  }

  /** One text in place of another, without a look at what they share. */
  static Diff replaced(String before, String after) {
    return replaced(lines(before), lines(after), 0, 0);
  }

  /** A text that was not there before. */
  static Diff added(String text) {
    return new Diff(lines(text).stream().map(line -> "+" + line).toList());
  }

  /** The hunks in which agents tell of a change that they made. */
  static Diff ofHunks(List<?> hunks) {
    return new Diff(hunks.stream().map(Facts::of).flatMap(Diff::hunk).toList());
  }

  /** A patch that names its files, without the lines that say where it begins and ends. */
  static Diff ofPatch(String patch) {
    return new Diff(
        patch
            .lines()
            .filter(line -> !line.startsWith("*** Begin") && !line.startsWith("*** End"))
            .toList());
  }

  static Diff joined(List<Diff> diffs) {
    List<String> lines = new ArrayList<>();
    for (Diff diff : diffs) {
      if (!lines.isEmpty()) {
        lines.add(HUNK);
      }
      lines.addAll(diff.lines);
    }
    return new Diff(lines);
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  String text() {
    return String.join("\n", lines);
  }

  /** How many lines come and go, for example {@code +3 −1}. */
  String size() {
    return "+" + count('+') + " −" + count('-');
  }

  private long count(char mark) {
    return lines.stream().filter(line -> !line.isEmpty() && line.charAt(0) == mark).count();
  }

  private static Diff matched(List<String> old, List<String> now) {
    Patch<String> patch = DiffUtils.diff(old, now);
    List<String> unified = UnifiedDiffUtils.generateUnifiedDiff("", "", old, patch, CONTEXT);
    // Past the two lines that name the file, and without line numbers, which nobody knows here.
    List<String> lines =
        unified.stream()
            .skip(unified.isEmpty() ? 0 : 3)
            .map(line -> line.startsWith(HUNK) ? HUNK : line)
            .toList();
    return new Diff(lines);
  }

  private static Diff replaced(List<String> old, List<String> now, int head, int tail) {
    List<String> lines = new ArrayList<>();
    old.subList(0, head).forEach(line -> lines.add(" " + line));
    old.subList(head, old.size() - tail).forEach(line -> lines.add("-" + line));
    now.subList(head, now.size() - tail).forEach(line -> lines.add("+" + line));
    old.subList(old.size() - tail, old.size()).forEach(line -> lines.add(" " + line));
    return new Diff(lines);
  }

  private static Stream<String> hunk(Facts hunk) {
    String place = HUNK + " -" + range(hunk, "old") + " +" + range(hunk, "new") + " " + HUNK;
    return Stream.concat(Stream.of(place), hunk.list("lines").stream().map(String::valueOf));
  }

  private static String range(Facts hunk, String side) {
    return hunk.number(side + "Start") + "," + hunk.number(side + "Lines");
  }

  private static int sameAtStart(List<String> old, List<String> now) {
    int most = Math.min(old.size(), now.size());
    int same = 0;
    while (same < most && old.get(same).equals(now.get(same))) {
      same++;
    }
    return same;
  }

  private static int sameAtEnd(List<String> old, List<String> now, int head) {
    int most = Math.min(old.size(), now.size()) - head;
    int same = 0;
    while (same < most && old.get(old.size() - 1 - same).equals(now.get(now.size() - 1 - same))) {
      same++;
    }
    return same;
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }
}
