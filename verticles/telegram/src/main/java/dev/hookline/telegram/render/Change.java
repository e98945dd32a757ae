package dev.hookline.telegram.render;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The change of a file that a tool is asked to make.
 *
 * @param diff the change; empty when none is recognised
 * @param keys what of the tool's input it tells in full
 */
record Change(Diff diff, Set<String> keys) {

  private static final Change NONE = new Change(new Diff(List.of()), Set.of());

  /** How agents name the text before and after. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("old_string", "new_string"),
          List.of("oldString", "newString"),
          List.of("old_str", "new_str"));

  /** How they name the text of a new file. */
  private static final List<String> CONTENTS =
      List.of("content", "contents", "file_text", "new_source");

  /** How they name a patch that is written out already. */
  private static final List<String> PATCHES = List.of("patch", "patchText", "input", "command");

  private static final String PATCH = "*** Begin Patch";
  private static final Pattern FILE =
      Pattern.compile("(?m)^\\*\\*\\* (?:Add|Update|Delete) File: (.+)$");

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
    String key = patchKey(input);
    if (!key.isEmpty()) {
      return told(Diff.ofPatch(input.text(key)), key);
    }
    return ToolCall.PATHS.stream().anyMatch(input::has) ? file(input) : NONE;
  }

  /** The files that a patch written out in the input changes; empty when there is no patch. */
  static String files(Facts input) {
    String key = patchKey(input);
    List<String> files =
        key.isEmpty()
            ? List.of()
            : FILE.matcher(input.text(key)).results().map(file -> file.group(1).strip()).toList();
    return switch (files.size()) {
      case 0 -> "";
      case 1 -> files.get(0);
      default -> files.get(0) + " and " + (files.size() - 1) + " more";
    };
  }

  private static String patchKey(Facts input) {
    return PATCHES.stream().filter(key -> input.text(key).startsWith(PATCH)).findFirst().orElse("");
  }

  private static Change file(Facts input) {
    return CONTENTS.stream()
        .filter(key -> input.string(key) != null)
        .findFirst()
        .map(key -> told(Diff.added(input.string(key)), key))
        .orElse(NONE);
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
