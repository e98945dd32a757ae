package dev.hookline.telegram.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws what an agent wrote: code between fences and backticks as code, all else as it stands.
 * Linear in time.
 */
final class Markup {

  private static final Pattern FENCE =
      Pattern.compile(" {0,3}(`{3,}+|~{3,}+) {0,3}+([\\w+#.-]*+)[^`]*+");

  /** Lines longer than this are not searched for backticks. */
  private static final int LONGEST_LINE = 2_000;

  private final Rich rich;
  private final String source;
  private int at;

  private Markup(Rich rich, String source) {
    this.rich = rich;
    this.source = source;
  }

  static void draw(Rich rich, String source) {
    new Markup(rich, source).draw();
  }

  private void draw() {
    while (at < source.length()) {
      String line = nextLine();
      Matcher fence = FENCE.matcher(line);
      if (mayOpen(line) && fence.matches()) {
        block(fence.group(1), fence.group(2));
      } else {
        line(line);
        if (at < source.length()) {
          rich.text("\n");
        }
      }
    }
  }

  private static boolean mayOpen(String line) {
    return line.length() <= LONGEST_LINE && (line.contains("```") || line.contains("~~~"));
  }

  /** A block up to its closing fence; one that is never closed goes on to the end. */
  private void block(String fence, String language) {
    int start = at;
    int end = at;
    while (at < source.length()) {
      String line = nextLine().strip();
      if (line.startsWith(fence) && line.replace(fence.substring(0, 1), "").isEmpty()) {
        break;
      }
      end = at;
    }
    rich.pre(source.substring(start, end), language);
  }

  private void line(String line) {
    int from = 0;
    int tick = line.length() > LONGEST_LINE ? -1 : line.indexOf('`');
    while (tick >= 0) {
      int opened = pastTicks(line, tick);
      int close = close(line, opened, opened - tick);
      if (close >= 0) {
        rich.text(line.substring(from, tick)).code(line.substring(opened, close).strip());
        opened = close + opened - tick;
        from = opened;
      }
      tick = line.indexOf('`', opened);
    }
    rich.text(line.substring(from));
  }

  private static int close(String line, int from, int ticks) {
    int tick = line.indexOf('`', from);
    while (tick >= 0) {
      int past = pastTicks(line, tick);
      if (past - tick == ticks) {
        return tick;
      }
      tick = line.indexOf('`', past);
    }
    return -1;
  }

  private static int pastTicks(String line, int at) {
    int past = at;
    while (past < line.length() && line.charAt(past) == '`') {
      past++;
    }
    return past;
  }

  private String nextLine() {
    int end = source.indexOf('\n', at);
    String line = source.substring(at, end < 0 ? source.length() : end);
    at = end < 0 ? source.length() : end + 1;
    return line;
  }
}
