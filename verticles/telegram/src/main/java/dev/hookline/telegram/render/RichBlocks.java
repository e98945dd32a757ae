package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlock;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockBlockQuotation;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockDivider;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockList;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockListItem;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockParagraph;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockPreformatted;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockSectionHeading;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockTable;
import org.telegram.telegrambots.meta.api.objects.richblock.RichBlockTableCell;
import org.telegram.telegrambots.meta.api.objects.richtext.RichText;

/**
 * Lays the blocks of a Markdown text out as those of a rich message. Not thread-safe.
 *
 * <p>The limits are those that the Bot API names for rich messages (10.2).
 */
final class RichBlocks extends AbstractVisitor {

  private static final int MOST_CHARACTERS = 32_768;
  private static final int MOST_BLOCKS = 500; // with items of lists and rows of tables
  private static final int MOST_COLUMNS = 20;
  private static final int DEEPEST = 16; // blocks and styles in one another

  private final String source;

  private List<InputRichBlock> blocks = new ArrayList<>();
  private int characters;
  private int count;
  private int columns;
  private int depth = 1;
  private int deepest;
  private boolean structured;

  /**
   * @param source what is drawn
   */
  RichBlocks(String source) {
    this.source = source;
  }

  /** Adds a paragraph for each line. */
  RichBlocks lines(Rich rich) {
    for (Rich line : rich.lines()) {
      paragraph(line);
    }
    return this;
  }

  /** What was laid out, from top to bottom. */
  List<InputRichBlock> blocks() {
    return blocks;
  }

  /** Whether Telegram takes as much. */
  boolean fits() {
    return characters <= MOST_CHARACTERS
        && count <= MOST_BLOCKS
        && columns <= MOST_COLUMNS
        && deepest <= DEEPEST;
  }

  /** Whether there is more than paragraphs. */
  boolean isStructured() {
    return structured;
  }

  @Override
  public void visit(Paragraph paragraph) {
    paragraph(drawn(paragraph));
  }

  @Override
  public void visit(Heading heading) {
    add(new InputRichBlockSectionHeading(words(drawn(heading)), heading.getLevel()));
  }

  @Override
  public void visit(BulletList list) {
    add(new InputRichBlockList(items(list, null)));
  }

  @Override
  public void visit(OrderedList list) {
    Integer first = list.getMarkerStartNumber();
    add(new InputRichBlockList(items(list, first == null ? 1 : first)));
  }

  @Override
  public void visit(BlockQuote quote) {
    add(new InputRichBlockBlockQuotation(within(quote)));
  }

  @Override
  public void visit(FencedCodeBlock code) {
    Fence fence = Fence.of(code);
    if (!fence.rest().isEmpty()) {
      paragraph(new Rich().italic(fence.rest()));
    }
    code(code.getLiteral(), fence.language());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    code(code.getLiteral(), "");
  }

  @Override
  public void visit(HtmlBlock html) {
    paragraph(new Rich().text(html.getLiteral()));
  }

  @Override
  public void visit(ThematicBreak rule) {
    add(new InputRichBlockDivider());
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    Rich rich = new Rich().text("[" + definition.getLabel() + "]: ");
    new Inlines(rich).target(definition.getDestination(), definition.getTitle());
    paragraph(rich);
  }

  @Override
  public void visit(CustomBlock block) {
    if (block instanceof TableBlock table) {
      add(new InputRichBlockTable(rows(table), true, null, null));
    } else {
      visitChildren(block);
    }
  }

  private void paragraph(Rich rich) {
    RichWords words = new RichWords(rich);
    if (!words.isEmpty()) {
      boolean before = structured;
      add(new InputRichBlockParagraph(words(words)));
      structured = before;
    }
  }

  private void code(String code, String language) {
    RichWords words = new RichWords(new Rich().pre(code, language));
    if (!words.isEmpty()) {
      add(new InputRichBlockPreformatted(words(words), language.isEmpty() ? null : language));
    }
  }

  private List<InputRichBlockListItem> items(Node list, Integer first) {
    List<InputRichBlockListItem> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      Box box = Box.takeFrom(item);
      InputRichBlockListItem made = new InputRichBlockListItem(within(item));
      made.setHasCheckbox(yes(box != Box.NONE));
      made.setIsChecked(yes(box == Box.TICKED));
      if (first != null) {
        made.setValue(first + items.size());
        made.setType("1");
      }
      items.add(made);
      count++;
    }
    return items;
  }

  /** The blocks of a block. */
  private List<InputRichBlock> within(Node block) {
    List<InputRichBlock> outside = blocks;
    blocks = new ArrayList<>();
    depth++;
    visitChildren(block);
    depth--;
    List<InputRichBlock> inside = blocks;
    blocks = outside;
    return inside;
  }

  private List<List<RichBlockTableCell>> rows(TableBlock table) {
    List<List<RichBlockTableCell>> rows = new ArrayList<>();
    for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
      for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
        rows.add(cells(row));
        count++;
      }
    }
    return rows;
  }

  private List<RichBlockTableCell> cells(Node row) {
    List<RichBlockTableCell> cells = new ArrayList<>();
    for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
      boolean isLast = cell.getNext() == null;
      cells.add(cell((TableCell) cell, isLast ? Grid.rest(row, source) : ""));
    }
    columns = Math.max(columns, cells.size());
    return cells;
  }

  private RichBlockTableCell cell(TableCell cell, String rest) {
    RichBlockTableCell made = new RichBlockTableCell(align(cell), "top");
    made.setText(words(drawn(cell).text(rest)));
    made.setIsHeader(yes(cell.isHeader()));
    return made;
  }

  private static String align(TableCell cell) {
    TableCell.Alignment alignment = cell.getAlignment();
    return alignment == null ? "left" : alignment.name().toLowerCase(Locale.ROOT);
  }

  private static Rich drawn(Node block) {
    Rich rich = new Rich();
    new Inlines(rich).draw(block, "");
    return rich;
  }

  private RichText words(Rich rich) {
    return words(new RichWords(rich));
  }

  private RichText words(RichWords words) {
    RichText tree = words.tree();
    characters += words.characters();
    deepest = Math.max(deepest, depth + words.depth());
    return tree;
  }

  private void add(InputRichBlock block) {
    blocks.add(block);
    count++;
    deepest = Math.max(deepest, depth);
    structured = true;
  }

  /** The Bot API knows true, and nothing for false. */
  private static Boolean yes(boolean value) {
    return value ? true : null;
  }
}
