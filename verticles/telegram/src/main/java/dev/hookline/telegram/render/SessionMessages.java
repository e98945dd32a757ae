package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How a session begins, changes and ends. */
final class SessionMessages {

  private static final Map<String, String> AGENTS =
      Map.of(
          "claude", "Claude Code",
          "codex", "Codex",
          "gemini", "Gemini CLI",
          "cursor", "Cursor",
          "copilot", "Copilot CLI",
          "opencode", "OpenCode");

  private static final Map<String, String> BEGINNINGS =
      Map.of(
          "resume", "▶️ Session resumed",
          "clear", "🧹 New session after /clear",
          "fork", "🔀 Session forked from another",
          "compact", "🗜 Session goes on after compaction");

  private static final Map<String, String> ENDS =
      Map.of(
          "clear", "The conversation was cleared; a new session follows.",
          "resume", "Another session was resumed in its place.",
          "logout", "The user logged out.",
          "prompt_input_exit", "The user left.",
          "other", "");

  private SessionMessages() {}

  static void start(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    String beginning =
        BEGINNINGS.getOrDefault(facts.text(MetadataKeys.TRIGGER), "🚀 Session started");
    int words = beginning.indexOf(' ') + 1;
    rich.text(beginning.substring(0, words)).bold(beginning.substring(words)).newLine();
    String model = facts.text("model");
    String agent = agent(facts);
    line(rich, "Agent", agent + (agent.isEmpty() || model.isEmpty() ? "" : ", ") + model);
    code(rich, "Project", facts.text(MetadataKeys.PROJECT_DIR));
    line(rich, "Host", facts.text(MetadataKeys.HOSTNAME));
    code(rich, "Session", event.session().value());
  }

  static void end(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    String known = facts.text("reason", MetadataKeys.TRIGGER);
    String reason = known.isEmpty() ? event.content().strip() : known;
    rich.text("👋 ").bold("Session ended").newLine();
    rich.text(ENDS.getOrDefault(reason, reason)).newLine();
    code(rich, "Project", facts.text(MetadataKeys.PROJECT_DIR));
    line(rich, "Host", facts.text(MetadataKeys.HOSTNAME));
    line(rich, "Duration", Words.duration(facts.number(MetadataKeys.DURATION_MILLIS)));
    line(rich, "Counts", counts(facts.in(MetadataKeys.COUNTS)));
  }

  static void rename(HookEvent event, Rich rich) {
    rich.text("🏷 Session renamed: ").bold(event.content().strip());
  }

  static void compaction(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    boolean manual = "manual".equals(facts.text(MetadataKeys.TRIGGER));
    rich.text("🗜 ").bold("Compacting the conversation").newLine();
    rich.text(manual ? "The user asked for it." : "The context is full.").newLine();
    rich.text(facts.text("customInstructions", "custom_instructions"));
  }

  /** For example {@code 41 tools, 1 prompt}. */
  private static String counts(Facts counts) {
    return counts.json().fieldNames().stream()
        .filter(what -> counts.number(what) >= 0)
        .map(what -> count(counts.number(what), what))
        .collect(Collectors.joining(", "));
  }

  private static String count(long number, String what) {
    return what.endsWith("s")
        ? Words.count(number, what.substring(0, what.length() - 1))
        : String.format(Locale.ROOT, "%,d %s", number, what);
  }

  /** The agent's name as people know it; empty when the event does not say. */
  static String agent(Facts facts) {
    String agent = facts.text(MetadataKeys.AGENT);
    return AGENTS.getOrDefault(agent, Words.capital(agent));
  }

  private static void line(Rich rich, String label, String value) {
    if (!value.isEmpty()) {
      rich.text(label + ": " + value).newLine();
    }
  }

  private static void code(Rich rich, String label, String value) {
    if (!value.isEmpty()) {
      rich.text(label + ": ").code(value).newLine();
    }
  }
}
