package dev.hookline.telegram.render;

/** Puts long text into a message: whole when it fits, else in part, and then whole as a file. */
final class Folds {

  /** Code points of output that one message takes: the end of it says most. */
  private static final int OUTPUT_HEAD = 1_000;

  private static final int OUTPUT_TAIL = 2_500;

  /** Code points of code that one message takes. */
  private static final int CODE = 2_600;

  private static final int QUOTED = 1_500;

  private Folds() {}

  /** What a program printed, as a quote that can be opened. */
  static void output(Rich rich, String printed, String fileName) {
    String clean = Clean.OUTPUT.of(printed).stripTrailing();
    Excerpt excerpt = Excerpt.of(clean, OUTPUT_HEAD, OUTPUT_TAIL);
    rich.quote(excerpt.text());
    attach(rich, excerpt, clean, fileName, "The whole output");
  }

  /** Code, a command or a diff, as a block. */
  static void code(Rich rich, String code, String language, String fileName) {
    String clean = Clean.EXACT.of(code).stripTrailing();
    Excerpt excerpt = Excerpt.of(clean, CODE, 0);
    rich.pre(excerpt.text(), language);
    attach(rich, excerpt, clean, fileName, "The whole of it");
  }

  /** The first lines of something that lies elsewhere, as a quote that can be opened. */
  static void glimpse(Rich rich, String text) {
    rich.quote(Excerpt.of(Clean.OUTPUT.of(text).stripTrailing(), QUOTED, 0).text());
  }

  private static void attach(
      Rich rich, Excerpt excerpt, String clean, String fileName, String what) {
    if (!excerpt.whole()) {
      String caption = what + " · " + Words.count(Words.lines(clean), "line");
      rich.attach(new Attachment(fileName, clean, caption));
    }
  }
}
