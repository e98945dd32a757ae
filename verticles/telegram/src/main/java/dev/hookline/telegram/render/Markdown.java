package dev.hookline.telegram.render;

import java.util.List;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * Draws what an agent wrote in Markdown: CommonMark, with the tables and the strikethrough of
 * GitHub. Only its marks go; what is half open, and HTML, stays as it was written.
 */
final class Markdown {

  /** Longer than four messages: the beginning is drawn, and the whole goes beside it as a file. */
  private static final int LONGEST = Pages.MOST * Pages.LIMIT;

  private static final int HEAD = 3_000;

  /** What is nested deeper than this stays as it was written. */
  private static final int DEEPEST = 20;

  private static final Parser PARSER =
      Parser.builder()
          .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
          .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
          .maxOpenBlockParsers(DEEPEST)
          .maxInlineNesting(DEEPEST)
          .build();

  private Markdown() {}

  /** Lays a text out as the blocks of a rich message, below what is there already. */
  static void layOut(RichBlocks blocks, String source) {
    PARSER.parse(source).accept(blocks);
  }

  /**
   * Draws a text.
   *
   * @param fileName the name of the file, should the text need one
   */
  static void draw(Rich rich, String source, String fileName) {
    if (rich.isWhole()) {
      rich.text(source);
      return;
    }
    if (source.length() <= LONGEST) {
      PARSER.parse(source).accept(new Blocks(rich, source));
      return;
    }
    String head = source.substring(0, Splitter.cut(source, 0, HEAD));
    PARSER.parse(head).accept(new Blocks(rich, head));
    String clean = Clean.OUTPUT.of(source);
    String size = Words.count(Words.lines(clean), "line");
    rich.newLine().italic("⋯ goes on in the file below: " + size + " in all").newLine();
    rich.attach(new Attachment(fileName, clean, "The whole text · " + size));
  }
}
