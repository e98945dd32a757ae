package dev.hookline.telegram.render;

import dev.hookline.messages.HookEvent;
import dev.hookline.messages.MetadataKeys;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a tool answered.
 *
 * @param text what it printed or found; may be empty
 * @param errors what it printed as errors, unless {@code text} has it already; may be empty
 * @param note what there is to say about the answer in few words; may be empty
 * @param elsewhere whether the text lies in a file of the user's, so that a glimpse of it will do
 */
record ToolOutput(String text, String errors, String note, boolean elsewhere) {

  /** What old clients say when there was nothing to say. */
  private static final Set<String> NOTHING = Set.of("No output", "(Bash completed with no output)");

  private static final List<String> TEXTS =
      List.of(
          "output", "text", "result", "content", "llmContent", "returnDisplay", "textResultForLlm");

  static ToolOutput of(HookEvent event) {
    Object response = event.metadata().getValue(MetadataKeys.RESPONSE);
    Facts facts = Facts.of(response);
    if (facts.has("stdout") || facts.has("stderr")) {
      return printed(facts);
    }
    if (facts.json().getValue("file") != null) {
      return file(facts.in("file"));
    }
    if (facts.has("structuredPatch") || facts.has("newTodos")) {
      return plain(""); // the call said it all
    }
    return plain(text(response, facts, event.content()));
  }

  /** Words alone. */
  static ToolOutput plain(String text) {
    return new ToolOutput(NOTHING.contains(text.strip()) ? "" : text, "", "", false);
  }

  private static ToolOutput printed(Facts facts) {
    String out = facts.text("stdout");
    String errors = facts.text("stderr");
    boolean isImage = facts.flag("isImage");
    String note = facts.flag("interrupted") ? "interrupted" : isImage ? "an image" : "";
    boolean twice = errors.isEmpty() || out.contains(errors.strip());
    return new ToolOutput(isImage ? "" : out, twice ? "" : errors, note, false);
  }

  private static ToolOutput file(Facts file) {
    if (file.has("base64")) {
      return new ToolOutput("", "", "an image", false);
    }
    long from = file.number("startLine");
    long lines = file.number("numLines");
    long total = file.number("totalLines");
    String note =
        lines < 0
            ? ""
            : lines >= total
                ? Words.count(lines, "line")
                : "lines " + from + "–" + (from + lines - 1) + " of " + total;
    return new ToolOutput(file.text("content"), "", note, true);
  }

  private static String text(Object response, Facts facts, String content) {
    if (response instanceof String words) {
      return words;
    }
    boolean isBare = content.isBlank() || content.startsWith("{");
    String unknown = isBare && response != null ? Facts.shown(response) : content;
    return Stream.of(
            facts.text(TEXTS.toArray(String[]::new)),
            blocks(facts.list("content")),
            facts.list("filenames").stream().map(Facts::shown).collect(Collectors.joining("\n")))
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse(unknown);
  }

  /** The texts in a list of content blocks, as tools of other servers answer. */
  private static String blocks(List<?> blocks) {
    return blocks.stream()
        .map(block -> Facts.of(block).text("text"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
