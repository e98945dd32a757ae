package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.Node;

/**
 * Draws a table so that it can be read on a phone: side by side where it is narrow enough, else one
 * row below the other, each cell under the name of its column.
 */
final class Grid {

  /** Characters that a phone shows side by side. */
  private static final int WIDEST = 36;

  private static final String BETWEEN = "  ";

  private final List<List<TableCell>> rows = new ArrayList<>();
  private final List<String> rests = new ArrayList<>();
  private final List<List<String>> texts;

  Grid(TableBlock table, String source) {
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(cells(row));
        rests.add(rest(row, source));
      }
    }
    texts = IntStream.range(0, rows.size()).mapToObj(this::texts).toList();
  }

  /** Draws it; {@code indent} is what its lines begin with when they are lines of text. */
  void draw(Rich rich, String indent) {
    List<Integer> widths = IntStream.range(0, texts.get(0).size()).mapToObj(this::width).toList();
    int width = widths.stream().mapToInt(Integer::intValue).sum();
    if (width + BETWEEN.length() * (widths.size() - 1) <= WIDEST) {
      rich.pre(aligned(widths), "");
    } else {
      listed(rich, indent);
    }
  }

  private String aligned(List<Integer> widths) {
    String rule = widths.stream().map("─"::repeat).collect(Collectors.joining(BETWEEN));
    Stream<String> lines = IntStream.range(0, rows.size()).mapToObj(row -> line(row, widths));
    List<String> all = new ArrayList<>(lines.toList());
    all.add(1, rule);
    return String.join("\n", all);
  }

  private String line(int row, List<Integer> widths) {
    return IntStream.range(0, widths.size())
        .mapToObj(column -> padded(row, column, widths.get(column)))
        .collect(Collectors.joining(BETWEEN))
        .stripTrailing();
  }

  private String padded(int row, int column, int width) {
    String text = text(row, column);
    String space = " ".repeat(width - Graphemes.width(text));
    boolean right =
        column < rows.get(row).size()
            && rows.get(row).get(column).getAlignment() == TableCell.Alignment.RIGHT;
    return right ? space + text : text + space;
  }

  /** Row by row; one without a body is a row of names. */
  private void listed(Rich rich, String indent) {
    for (int row = Math.min(1, rows.size() - 1); row < rows.size(); row++) {
      rich.text(row > 1 ? "\n" : "");
      for (int column = 0; column < rows.get(row).size(); column++) {
        if (!text(row, column).isEmpty()) {
          rich.newLine().text(indent).italic(row == 0 ? "" : label(column));
          cell(rich, rows.get(row).get(column), column == 0, indent);
        }
      }
      rich.text(rests.get(row)).newLine();
    }
  }

  private String label(int column) {
    String name = text(0, column);
    return name.isEmpty() ? "" : name + ": ";
  }

  private static void cell(Rich rich, TableCell cell, boolean isTitle, String indent) {
    if (isTitle) {
      new Inlines(rich).styled(Style.BOLD, cell);
    } else {
      new Inlines(rich).draw(cell, indent);
    }
  }

  private int width(int column) {
    return IntStream.range(0, texts.size())
        .map(row -> Graphemes.width(text(row, column)))
        .max()
        .orElse(0);
  }

  private String text(int row, int column) {
    List<String> cells = texts.get(row);
    return column < cells.size() ? cells.get(column) : "";
  }

  private static List<TableCell> cells(Node row) {
    List<TableCell> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      cells.add((TableCell) cell);
    }
    return cells;
  }

  private List<String> texts(int row) {
    List<TableCell> cells = rows.get(row);
    return IntStream.range(0, cells.size())
        .mapToObj(
            column -> {
              boolean isLast = column == cells.size() - 1;
              return text(cells.get(column)) + (isLast ? rests.get(row) : "");
            })
        .toList();
  }

  private static String text(TableCell cell) {
    Rich alone = new Rich();
    new Inlines(alone).draw(cell, "");
    return alone.text().strip();
  }

  /**
   * What a row has beyond its last column, and what Markdown leaves out: often one that forgot that
   * a bar within code ends a cell.
   */
  static String rest(Node row, String source) {
    int end = 0;
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      end = Math.max(end, end(cell));
    }
    String rest = end == 0 ? "" : source.substring(end, Math.max(end, end(row)));
    String bare = rest.replaceAll("[|\\s]+$", "");
    return bare.isEmpty() ? "" : " " + bare.strip();
  }

  private static int end(Node node) {
    return node.getSourceSpans().stream()
        .mapToInt(span -> span.getInputIndex() + span.getLength())
        .max()
        .orElse(0);
  }
}
