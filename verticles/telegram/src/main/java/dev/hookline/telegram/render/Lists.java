package dev.hookline.telegram.render;

import java.util.List;
import java.util.Map;

/** Draws what agents write down as lists: what is to be done, and what they ask. */
final class Lists {

  private static final Map<String, String> STATES = Map.of("completed", "✅ ", "in_progress", "🔄 ");

  private Lists() {}

  /** What is to be done, up to so many items. */
  static void todos(Rich rich, List<?> todos, int most) {
    for (Object todo : todos.subList(0, Math.min(todos.size(), most))) {
      Facts item = Facts.of(todo);
      String state = item.text("status");
      String words = item.text("content", "subject", "text", "step");
      rich.newLine().text(STATES.getOrDefault(state, "⬜ "));
      switch (state) {
        case "completed" -> rich.struck(words);
        case "in_progress" -> rich.bold(words);
        default -> rich.text(words.isEmpty() ? Facts.shown(todo) : words);
      }
    }
    if (todos.size() > most) {
      rich.newLine().text("⋯ " + (todos.size() - most) + " more");
    }
    rich.newLine();
  }

  /** How far it is, for example {@code 2 of 5 done}. */
  static String progress(List<?> todos) {
    long done =
        todos.stream().filter(todo -> "completed".equals(Facts.of(todo).text("status"))).count();
    return done + " of " + todos.size() + " done";
  }

  /** Questions, each with what may be chosen. */
  static void questions(Rich rich, List<?> questions) {
    for (Object question : questions) {
      Facts facts = Facts.of(question);
      String words = facts.text("question");
      rich.newLine().bold(words.isEmpty() ? Facts.shown(question) : words).newLine();
      for (Object option : facts.list("options")) {
        option(rich, option);
      }
      if (facts.flag("multiSelect")) {
        rich.italic("Several may be chosen.").newLine();
      }
    }
  }

  private static void option(Rich rich, Object option) {
    String label = Facts.of(option).text("label");
    String description = Facts.of(option).text("description");
    rich.text("• " + (label.isEmpty() ? Facts.shown(option) : label));
    rich.text(description.isEmpty() ? "" : ": " + description).newLine();
  }
}
