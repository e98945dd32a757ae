package dev.hookline.telegram.render;

import java.util.Locale;
import java.util.Map;

/**
 * How a tool is called in a message.
 *
 * @param icon a picture of what kind of thing it does
 * @param label its name
 */
record ToolName(String icon, String label) {

  private static final String MCP = "mcp__";
  private static final String ANY = "🔧";
  private static final int LONGEST = 80;

  private static final Map<String, String> ICONS =
      Map.ofEntries(
          Map.entry("bash", "💻"),
          Map.entry("shell", "💻"),
          Map.entry("run_shell_command", "💻"),
          Map.entry("bashoutput", "💻"),
          Map.entry("killshell", "💻"),
          Map.entry("read", "📖"),
          Map.entry("read_file", "📖"),
          Map.entry("notebookread", "📖"),
          Map.entry("write", "📝"),
          Map.entry("write_file", "📝"),
          Map.entry("edit", "✏️"),
          Map.entry("multiedit", "✏️"),
          Map.entry("notebookedit", "✏️"),
          Map.entry("replace", "✏️"),
          Map.entry("apply_patch", "✏️"),
          Map.entry("glob", "🗂"),
          Map.entry("ls", "🗂"),
          Map.entry("grep", "🔎"),
          Map.entry("webfetch", "🌐"),
          Map.entry("websearch", "🌐"),
          Map.entry("task", "🧩"),
          Map.entry("agent", "🧩"),
          Map.entry("todowrite", "📋"),
          Map.entry("askuserquestion", "❓"),
          Map.entry("exitplanmode", "🗺"));

  static ToolName of(String name) {
    if (name.isEmpty()) {
      return new ToolName(ANY, "A tool");
    }
    if (name.startsWith(MCP)) {
      String tool = name.substring(MCP.length()).replaceFirst("__", " · ");
      return new ToolName("🔌", Words.brief(tool, LONGEST));
    }
    String label = Words.brief(name, LONGEST);
    return new ToolName(ICONS.getOrDefault(name.toLowerCase(Locale.ROOT), ANY), label);
  }

  void drawWith(Rich rich) {
    rich.text(icon + " ").bold(label);
  }
}
