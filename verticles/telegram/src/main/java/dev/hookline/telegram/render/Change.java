package dev.hookline.telegram.render;

import java.util.List;
import java.util.Set;

/**
 * The change of a file that a tool is asked to make.
 *
 * @param diff the change; empty when none is recognised
 * @param keys what of the tool's input it tells in full
 */
record Change(Diff diff, Set<String> keys) {

  private static final Change NONE = new Change(new Diff(List.of()), Set.of());
  private static final List<String> PATHS = List.of("file_path", "filePath", "path");

  /** How agents name the text before and after. */
  private static final List<List<String>> PAIRS =
      List.of(List.of("old_string", "new_string"), List.of("oldString", "newString"));

  /** More edits than this at once are not compared line by line. */
  private static final int MOST_COMPARED = 100;

  static Change of(Facts input) {
    for (List<String> pair : PAIRS) {
      if (isEdit(input, pair)) {
        return told(edit(input, pair, true), pair.get(0), pair.get(1));
      }
      List<Facts> edits = input.list("edits").stream().map(Facts::of).toList();
      if (!edits.isEmpty() && edits.stream().allMatch(edit -> isEdit(edit, pair))) {
        boolean few = edits.size() <= MOST_COMPARED;
        List<Diff> diffs = edits.stream().map(edit -> edit(edit, pair, few)).toList();
        return told(Diff.joined(diffs), "edits");
      }
    }
    boolean isFile = PATHS.stream().anyMatch(input::has) && input.string("content") != null;
    return isFile ? told(Diff.added(input.string("content")), "content") : NONE;
  }

  private static Change told(Diff diff, String... keys) {
    return diff.isEmpty() ? NONE : new Change(diff, Set.of(keys));
  }

  private static boolean isEdit(Facts facts, List<String> pair) {
    return pair.stream().allMatch(key -> facts.string(key) != null);
  }

  private static Diff edit(Facts edit, List<String> pair, boolean compare) {
    String before = edit.string(pair.get(0));
    String after = edit.string(pair.get(1));
    return compare ? Diff.between(before, after) : Diff.replaced(before, after);
  }
}
