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
    boolean callSaidIt =
        facts.has("structuredPatch") || facts.has("newTodos") || Notes.goesOn(facts);
    boolean printedNothing = "".equals(facts.string("output")) && Notes.exit(facts) >= 0;
    boolean foundNothing = facts.number("numFiles") == 0 && facts.text("content").isEmpty();
    String text =
        callSaidIt || printedNothing || foundNothing ? "" : text(response, facts, event.content());
    return new ToolOutput(plain(text).text(), "", Notes.of(facts), false);
  }

  /** Words alone. */
  static ToolOutput plain(String text) {
    return new ToolOutput(NOTHING.contains(text.strip()) ? "" : text, "", "", false);
  }

  private static ToolOutput printed(Facts facts) {
    String out = facts.text("stdout");
    String errors = facts.text("stderr");
    String shown = facts.flag("isImage") ? "" : out;
    boolean twice = errors.isEmpty() || out.contains(errors.strip());
    return new ToolOutput(shown, twice ? "" : errors, Notes.of(facts), false);
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
            found(facts.list("results")),
            facts.list("filenames").stream().map(Facts::shown).collect(Collectors.joining("\n")))
        .filter(words -> !words.isBlank())
        .findFirst()
        .orElse(unknown);
  }

  /** What a search of the web found: titles and addresses, and what was said of them. */
  private static String found(List<?> results) {
    return results.stream()
        .flatMap(
            result -> {
              List<?> pages = Facts.of(result).list("content");
              return result instanceof String || pages.isEmpty()
                  ? Stream.of(result)
                  : pages.stream();
            })
        .map(
            page -> {
              Facts facts = Facts.of(page);
              String title = facts.text("title");
              return title.isEmpty() ? Facts.shown(page) : title + "\n" + facts.text("url");
            })
        .collect(Collectors.joining("\n"));
  }

  /** The texts in a list of content blocks, as tools of other servers answer. */
  private static String blocks(List<?> blocks) {
    return blocks.stream()
        .map(block -> Facts.of(block).text("text"))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
