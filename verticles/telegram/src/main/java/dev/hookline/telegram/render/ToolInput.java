package dev.hookline.telegram.render;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Draws what a tool was asked, each thing in the form that reads best. */
final class ToolInput {

  /** What is said at length, in words. */
  private static final List<String> WORDS = List.of("prompt", "message", "instructions");

  /** What is said at length, in Markdown. */
  private static final List<String> MARKED = List.of("plan", "todos");

  private static final List<String> TODOS = List.of("todos", "plan");
  private static final String QUESTIONS = "questions";

  /** Longer values go on lines of their own. */
  private static final int SHORT_VALUE = 80;

  private static final int VALUE_HEAD = 500;
  private static final int MOST_VALUES = 30;
  private static final int MOST_TODOS = 40;

  private final Rich rich;
  private final Facts input;
  private final Change change;
  private final String path;
  private final boolean whole;

  private ToolInput(Rich rich, ToolCall call, boolean whole) {
    this.rich = rich;
    this.input = call.input();
    this.change = Change.of(input);
    this.path = call.path();
    this.whole = whole;
  }

  /**
   * What is worth knowing while the tool runs: long things in part, and the whole beside it.
   *
   * @param told what was told already
   */
  static void outline(Rich rich, ToolCall call, Collection<String> told) {
    ToolInput drawing = new ToolInput(rich, call, rich.isWhole());
    drawing.blocks(told);
    drawing.rest(drawing.inBlocks(told));
  }

  /** Everything, for somebody who is to judge it. */
  static void whole(Rich rich, ToolCall call, Collection<String> told) {
    ToolInput drawing = new ToolInput(rich, call, true);
    drawing.rest(drawing.inBlocks(told));
    drawing.blocks(told);
  }

  private void blocks(Collection<String> told) {
    Facts left = input.without(told);
    for (String key : Command.KEYS) {
      if (left.has(key) && !change.keys().contains(key)) {
        code(Command.text(left.json().getValue(key)), "bash", "command.sh");
      }
    }
    if (!change.diff().isEmpty()) {
      code(change.diff().text(), "diff", path.substring(path.lastIndexOf('/') + 1) + ".diff");
    }
    Lists.todos(rich, todos(left), whole ? Integer.MAX_VALUE : MOST_TODOS);
    Lists.questions(rich, left.list(QUESTIONS));
    WORDS.stream().map(left::text).filter(words -> !words.isEmpty()).forEach(this::words);
    MARKED.stream()
        .filter(key -> !left.text(key).isEmpty())
        .forEach(
            key -> {
              Markdown.draw(rich.newLine(), left.text(key), key + ".md");
              rich.newLine();
            });
  }

  /** What the blocks tell, besides what was told already. */
  private Set<String> inBlocks(Collection<String> told) {
    Set<String> keys = new HashSet<>(told);
    keys.addAll(Command.KEYS);
    keys.addAll(change.keys());
    Stream.of(WORDS, MARKED)
        .flatMap(List::stream)
        .filter(key -> !input.text(key).isEmpty())
        .forEach(keys::add);
    TODOS.stream().filter(key -> !input.list(key).isEmpty()).limit(1).forEach(keys::add);
    if (!input.list(QUESTIONS).isEmpty()) {
      keys.add(QUESTIONS);
    }
    return keys;
  }

  /** What is to be done, as far as a tool is told. */
  static List<?> todos(Facts input) {
    return TODOS.stream()
        .map(input::list)
        .filter(todos -> !todos.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private void code(String code, String language, String fileName) {
    if (whole) {
      rich.pre(code, language);
    } else {
      Folds.code(rich, code, language, fileName);
    }
  }

  private void words(String words) {
    if (whole) {
      Markup.draw(rich.newLine(), words);
      rich.newLine();
    } else {
      Folds.glimpse(rich, words);
    }
  }

  /** Short values side by side, then each long one under its name. */
  private void rest(Collection<String> told) {
    List<Map.Entry<String, Object>> rest =
        input.without(told).json().stream()
            .filter(entry -> whole || !isNothing(entry.getValue()))
            .toList();
    List<Map.Entry<String, Object>> shown =
        rest.subList(0, whole ? rest.size() : Math.min(rest.size(), MOST_VALUES));
    String before = "";
    for (Map.Entry<String, Object> entry : shown) {
      String value = Facts.shown(entry.getValue());
      if (isShort(value)) {
        rich.text(before + entry.getKey() + ": ").code(value);
        before = whole ? "\n" : " · ";
      }
    }
    rich.newLine();
    for (Map.Entry<String, Object> entry : shown) {
      String value = Facts.shown(entry.getValue());
      if (!isShort(value)) {
        rich.text(entry.getKey() + ":");
        rich.pre(whole ? value : Folds.beginning(rich, value, VALUE_HEAD), "");
      }
    }
    if (shown.size() < rest.size()) {
      rich.text("⋯ " + (rest.size() - shown.size()) + " more").newLine().leaveOut();
    }
  }

  private static boolean isNothing(Object value) {
    return value == null || Boolean.FALSE.equals(value);
  }

  private static boolean isShort(String value) {
    return value.length() <= SHORT_VALUE && value.indexOf('\n') < 0;
  }
}
