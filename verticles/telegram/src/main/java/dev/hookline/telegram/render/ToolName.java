package dev.hookline.telegram.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How a tool is called in a message.
 *
 * @param icon a picture of what kind of thing it does
 * @param label its name
 */
record ToolName(String icon, String label) {

  private static final int LONGEST = 80;

  /** How agents name the tools of other servers: the server, then the tool. */
  private static final Pattern OF_SERVER =
      Pattern.compile("mcp__(.+?)__(.+)|mcp_([^_]+)_(.+)|MCP:()(.+)");

  static ToolName of(String name) {
    if (name.isEmpty()) {
      return new ToolName(Icons.ANY, "A tool");
    }
    Matcher served = OF_SERVER.matcher(name);
    return served.matches()
        ? new ToolName(Icons.OF_SERVER, Words.brief(served(served), LONGEST))
        : new ToolName(Icons.of(name), Words.brief(name, LONGEST));
  }

  private static String served(Matcher name) {
    return IntStream.rangeClosed(1, name.groupCount())
        .mapToObj(name::group)
        .filter(word -> word != null && !word.isEmpty())
        .collect(Collectors.joining(" · "));
  }

  void drawWith(Rich rich) {
    rich.text(icon + " ").bold(label);
  }
}
