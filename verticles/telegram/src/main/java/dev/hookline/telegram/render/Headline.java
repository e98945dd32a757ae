package dev.hookline.telegram.render;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Says on one line what a tool does. */
final class Headline {

  private static final List<String> SEARCHES = List.of("pattern", "query", "url", "skill");
  private static final List<String> WORDS = List.of("subagent_type", "description", "subject");
  private static final String GLOB = "glob";
  private static final String OFFSET = "offset";
  private static final String LIMIT = "limit";

  /** Longer values than this are no matter for a line. */
  private static final int LONGEST = 300;

  private static final int LONGEST_BRIEF = 60;

  private final ToolCall call;
  private final Set<String> told = new HashSet<>();

  private Headline(ToolCall call) {
    this.call = call;
  }

  /**
   * Draws the tool and what it does, as far as that fits on a line.
   *
   * @return what of the tool's input was told by it
   */
  static Set<String> draw(Rich rich, ToolCall call) {
    Headline headline = new Headline(call);
    headline.draw(rich);
    return headline.told;
  }

  /** Recalls a tool in few characters: what it ran, or on what. */
  static String brief(ToolCall call) {
    Facts input = call.input();
    for (String command : Command.isIn(input) ? Command.KEYS : List.<String>of()) {
      if (input.has(command)) {
        return Words.brief(Command.text(input.json().getValue(command)), LONGEST_BRIEF);
      }
    }
    String search = input.text(SEARCHES.toArray(String[]::new));
    String path = call.path(call.path());
    String what = search.isEmpty() ? path : search;
    return Words.brief(what.isEmpty() ? input.text("description") : what, LONGEST_BRIEF);
  }

  private void draw(Rich rich) {
    ToolName.of(call.name()).drawWith(rich);
    String search = first(SEARCHES);
    String named = first(ToolCall.PATHS);
    String path = named.isEmpty() ? Change.files(call.input()) : named;
    String glob = first(List.of(GLOB));
    code(rich, " ", search);
    code(rich, search.isEmpty() ? " " : " in ", call.path(path));
    code(rich, " ", glob);
    rich.text(range());
    for (String key : WORDS) {
      String words = first(List.of(key));
      rich.text(words.isEmpty() ? "" : " · " + words);
    }
    rich.newLine();
  }

  private static void code(Rich rich, String before, String code) {
    if (!code.isEmpty()) {
      rich.text(before).code(code);
    }
  }

  private String range() {
    long from = number(OFFSET);
    long lines = number(LIMIT);
    if (from < 0) {
      return lines < 0 ? "" : " first " + Words.count(lines, "line");
    }
    return lines < 0 ? " from line " + from : " lines " + from + "–" + (from + lines - 1);
  }

  private String first(List<String> keys) {
    for (String key : keys) {
      String value = call.input().text(key);
      if (!value.isEmpty() && value.length() <= LONGEST) {
        told.add(key);
        return value;
      }
    }
    return "";
  }

  private long number(String key) {
    long number = call.input().number(key);
    if (number >= 0) {
      told.add(key);
    }
    return number;
  }
}
