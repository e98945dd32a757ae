package dev.hookline.telegram.render;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Draws what agents write down as lists: what is to be done, and what they ask. */
final class Lists {

  private static final Set<String> DONE = Set.of("completed", "complete", "done");
  private static final Set<String> BEGUN = Set.of("inprogress", "active");
  private static final Set<String> DROPPED = Set.of("cancelled", "canceled", "deleted");

  private Lists() {}

  /** What is to be done, up to so many items. */
  static void todos(Rich rich, List<?> todos, int most) {
    for (Object todo : todos.subList(0, Math.min(todos.size(), most))) {
      Facts item = Facts.of(todo);
      String state = state(item);
      String words = item.text("content", "subject", "text", "step", "description");
      rich.newLine();
      if (DONE.contains(state)) {
        rich.text("✅ ").struck(words);
      } else if (DROPPED.contains(state)) {
        rich.text("🚫 ").struck(words);
      } else if (BEGUN.contains(state)) {
        rich.text("🔄 ").bold(words);
      } else {
        rich.text("⬜ " + (words.isEmpty() ? Facts.shown(todo) : words));
      }
    }
    if (todos.size() > most) {
      rich.newLine().text("⋯ " + (todos.size() - most) + " more").leaveOut();
    }
    rich.newLine();
  }

  /** How far it is, for example {@code 2 of 5 done}. */
  static String progress(List<?> todos) {
    long done = todos.stream().filter(todo -> DONE.contains(state(Facts.of(todo)))).count();
    return done + " of " + todos.size() + " done";
  }

  private static String state(Facts item) {
    return item.text("status", "state").toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
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
