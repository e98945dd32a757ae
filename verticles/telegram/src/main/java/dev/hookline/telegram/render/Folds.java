package dev.hookline.telegram.render;

/**
 * Puts long text into a message: whole when it fits, else in part, and then whole as a file or, of
 * what is less likely to be wanted, behind a button.
 */
final class Folds {

  /** Code points of output that one message takes: the end of it says most. */
  private static final int OUTPUT_HEAD = 1_000;

  private static final int OUTPUT_TAIL = 2_500;

  /** Code points of code that one message takes. */
  private static final int CODE = 2_600;

  /** Code of more lines than this shows its first ones until somebody opens it. */
  private static final int LINES_IN_SIGHT = 25;

  /** Lines of output that stay in sight, when there are more. */
  private static final int LAST_LINES = 3;

  private static final int MOST_IN_SIGHT = 400;
  private static final int QUOTED = 1_500;

  private Folds() {}

  /** What a tool answered, as a quote that can be opened. */
  static void output(Rich rich, String printed, String fileName) {
    String clean = Clean.OUTPUT.of(printed).stripTrailing();
    Excerpt excerpt = excerpt(rich, clean, OUTPUT_HEAD, OUTPUT_TAIL);
    rich.quote(excerpt.text());
    attach(rich, excerpt, clean, fileName, "The whole output");
  }

  /** What a command printed: its last lines, which say most, are in sight. */
  static void printed(Rich rich, String printed, String fileName) {
    String clean = Clean.OUTPUT.of(printed).stripTrailing();
    Excerpt excerpt = excerpt(rich, clean, OUTPUT_HEAD, OUTPUT_TAIL);
    int last = lastLines(excerpt.text());
    rich.quote(excerpt.text().substring(0, last));
    rich.pre(excerpt.text().substring(last), "");
    attach(rich, excerpt, clean, fileName, "The whole output");
  }

  /** Code, a command or a diff, as a block. */
  static void code(Rich rich, String code, String language, String fileName) {
    String clean = Clean.EXACT.of(code).stripTrailing();
    Excerpt excerpt = excerpt(rich, clean, CODE, 0);
    int from = rich.newLine().length();
    rich.pre(excerpt.text(), language);
    if (Words.lines(excerpt.text()) > LINES_IN_SIGHT) {
      rich.wrap(Style.QUOTE, from, "");
    }
    attach(rich, excerpt, clean, fileName, "The whole of it");
  }

  /** The first lines of something that lies elsewhere, as a quote that can be opened. */
  static void glimpse(Rich rich, String text) {
    rich.quote(beginning(rich, Clean.OUTPUT.of(text).stripTrailing(), QUOTED));
  }

  /** The first so many code points of something; there is no file with the rest of it. */
  static String beginning(Rich rich, String text, int points) {
    Excerpt excerpt = excerpt(rich, text, points, 0);
    if (!excerpt.whole()) {
      rich.leaveOut();
    }
    return excerpt.text();
  }

  /** The same on one line. */
  static String line(Rich rich, String text, int points) {
    if (rich.isWhole()) {
      return text;
    }
    if (Splitter.offset(text, 0, points) < text.length()) {
      rich.leaveOut();
    }
    return Words.brief(text, points);
  }

  private static Excerpt excerpt(Rich rich, String text, int head, int tail) {
    return rich.isWhole() ? new Excerpt(text, true) : Excerpt.of(text, head, tail);
  }

  /** Where the last lines begin; at the end, when all is short enough or they are too long. */
  private static int lastLines(String text) {
    if (Words.lines(text) <= 2 * LAST_LINES) {
      return text.length();
    }
    int start = text.length();
    for (int line = 0; line < LAST_LINES; line++) {
      start = text.lastIndexOf('\n', start - 1);
    }
    return text.length() - start > MOST_IN_SIGHT ? text.length() : start + 1;
  }

  private static void attach(
      Rich rich, Excerpt excerpt, String clean, String fileName, String what) {
    if (!excerpt.whole()) {
      String caption = what + " · " + Words.count(Words.lines(clean), "line");
      rich.attach(new Attachment(fileName, clean, caption));
    }
  }
}
