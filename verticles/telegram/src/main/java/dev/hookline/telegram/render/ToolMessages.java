package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tool does, and what became of it. */
final class ToolMessages {

  /** How Claude Code begins the errors of commands. */
  private static final Pattern EXIT = Pattern.compile("Exit code (\\d+)(?:\\n|$)");

  private ToolMessages() {}

  /** A tool begins. */
  static void start(HookEvent event, Rich rich) {
    ToolCall call = ToolCall.of(event);
    Set<String> told = Headline.draw(rich, call);
    ToolInput.outline(rich, call, told);
    if (call.input().json().isEmpty() && !isNameOnly(event.content(), call.name())) {
      Folds.glimpse(rich, event.content());
    }
  }

  /** A tool has answered. */
  static void result(HookEvent event, Rich rich) {
    Facts response = Facts.of(event.metadata().getValue(MetadataKeys.RESPONSE));
    ToolCall call = ToolCall.of(event);
    ToolOutput output = ToolOutput.of(event);
    Diff diff = Diff.ofHunks(response.list("structuredPatch"));
    String error = Facts.of(event.metadata()).text("error");
    boolean fine = error.isEmpty() && Notes.exit(response) <= 0;
    head(rich, event, fine ? "✅" : "❌", note(call, output, diff));
    if ("update".equals(response.text("type"))) {
      // The start could not tell what the file held before.
      Folds.code(rich, diff.text(), "diff", "change.diff");
    }
    body(rich, call, output, fileName(call));
    if (!error.isEmpty() && !error.equals(output.text())) {
      Folds.output(rich, error, "error.txt");
    }
  }

  /** A tool has failed. */
  static void error(HookEvent event, Rich rich) {
    Facts facts = Facts.of(event.metadata());
    String known = facts.text("error").isEmpty() ? event.content() : facts.text("error");
    Matcher exit = EXIT.matcher(known);
    boolean hasCode = exit.lookingAt();
    String outcome = hasCode ? "exit " + exit.group(1) : "failed";
    head(rich, event, "❌", facts.flag("interrupted") ? "interrupted" : outcome);
    String words = hasCode ? known.substring(exit.end()) : known;
    body(rich, ToolCall.of(event), ToolOutput.plain(words), "error.txt");
  }

  private static void head(Rich rich, HookEvent event, String outcome, String note) {
    ToolCall call = ToolCall.of(event);
    Facts facts = Facts.of(event.metadata());
    long own = facts.number(MetadataKeys.DURATION_MILLIS);
    long millis = own >= 0 ? own : facts.in(MetadataKeys.RESPONSE).number("totalDurationMs");
    String brief = Headline.brief(call);
    rich.text(outcome + " ").bold(ToolName.of(call.name()).label());
    if (!brief.isEmpty()) {
      rich.text(" ").code(brief);
    }
    for (String words : List.of(note, Words.duration(millis))) {
      rich.text(words.isEmpty() ? "" : " · " + words);
    }
    rich.newLine();
  }

  private static String note(ToolCall call, ToolOutput output, Diff diff) {
    List<?> todos = ToolInput.todos(call.input());
    if (!todos.isEmpty()) {
      return Lists.progress(todos);
    }
    return diff.isEmpty() ? output.note() : diff.size();
  }

  private static void body(Rich rich, ToolCall call, ToolOutput output, String fileName) {
    if (!output.text().isBlank()) {
      if (Command.isIn(call.input())) {
        Folds.printed(rich, output.text(), fileName);
      } else if (output.elsewhere()) {
        Folds.glimpse(rich, output.text());
      } else {
        Folds.output(rich, output.text(), fileName);
      }
    }
    if (!output.errors().isBlank()) {
      rich.newLine().italic("stderr:");
      Folds.output(rich, output.errors(), "stderr.txt");
    }
  }

  private static String fileName(ToolCall call) {
    String tool = call.name().isEmpty() ? "tool" : call.name().toLowerCase(Locale.ROOT);
    return tool + "-output.txt";
  }

  private static boolean isNameOnly(String content, String name) {
    String said = content.strip();
    return said.isEmpty() || said.equals(name) || said.equals("Tool: " + name);
  }
}
