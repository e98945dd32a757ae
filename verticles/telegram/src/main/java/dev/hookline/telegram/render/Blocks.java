package dev.hookline.telegram.render;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;

/** Draws the blocks of a Markdown text below one another. */
final class Blocks extends AbstractVisitor {

  private static final String BULLETS = "•◦▪";
  private static final String STEP = "    ";
  private static final int MOST_STEPS = 5;

  /** A quote of more lines than this shows its first ones until somebody opens it. */
  private static final int MOST_IN_SIGHT = 12;

  private final Rich rich;
  private final String source;
  private final Inlines inlines;
  private int depth;
  private boolean quoting;

  /**
   * @param source what is drawn
   */
  Blocks(Rich rich, String source) {
    this.rich = rich;
    this.source = source;
    this.inlines = new Inlines(rich);
  }

  @Override
  public void visit(Paragraph paragraph) {
    line(paragraph);
    inlines.draw(paragraph, indent(depth));
  }

  @Override
  public void visit(Heading heading) {
    line(heading);
    int from = rich.length();
    inlines.styled(Style.BOLD, heading);
    if (heading.getLevel() == 1) {
      rich.wrap(Style.UNDERLINE, from, "");
    }
  }

  @Override
  public void visit(BulletList list) {
    begin(list);
    items(list, BULLETS.charAt(Math.min(depth, BULLETS.length() - 1)) + " ", -1);
  }

  @Override
  public void visit(OrderedList list) {
    begin(list);
    Integer first = list.getMarkerStartNumber();
    items(list, "", first == null ? 1 : first);
  }

  @Override
  public void visit(BlockQuote quote) {
    begin(quote);
    if (quoting) {
      rich.text("» ");
      visitChildren(quote);
      return;
    }
    int outside = depth;
    int from = rich.length();
    depth = 0;
    quoting = true;
    visitChildren(quote);
    quoting = false;
    depth = outside;
    boolean inSight = Words.lines(rich.since(from)) <= MOST_IN_SIGHT;
    rich.wrap(inSight ? Style.CITATION : Style.QUOTE, from, "");
  }

  @Override
  public void visit(FencedCodeBlock code) {
    begin(code);
    Fence fence = Fence.of(code);
    rich.italic(fence.rest());
    rich.pre(code.getLiteral(), fence.language());
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    begin(code);
    rich.pre(code.getLiteral(), "");
  }

  @Override
  public void visit(HtmlBlock html) {
    line(html);
    rich.text(html.getLiteral());
  }

  @Override
  public void visit(ThematicBreak rule) {
    line(rule);
    rich.text("⸺⸺⸺");
  }

  @Override
  public void visit(LinkReferenceDefinition definition) {
    line(definition);
    rich.text("[" + definition.getLabel() + "]: ");
    inlines.target(definition.getDestination(), definition.getTitle());
  }

  @Override
  public void visit(CustomBlock block) {
    begin(block);
    if (block instanceof TableBlock table) {
      new Grid(table, source).draw(rich, indent(depth));
    }
  }

  /** The items of a list, each with its mark, or with its number. */
  private void items(Node list, String mark, int first) {
    int number = first;
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      rich.newLine();
      if (isRoomy(item.getPrevious())) {
        rich.text("\n");
      }
      Box box = Box.takeFrom(item);
      boolean boxed = box != Box.NONE;
      rich.text(indent(depth) + (!boxed && first >= 0 ? number + ". " : ""));
      rich.text(boxed ? box.sign() : mark);
      number++;
      depth++;
      visitChildren(item);
      depth--;
    }
  }

  /** Begins a block with text. */
  private void line(Node block) {
    begin(block);
    if (block.getPrevious() != null) {
      rich.text(indent(depth));
    }
  }

  /** Begins a block below the one before it. The first one's place is there already. */
  private void begin(Node block) {
    Node before = block.getPrevious();
    if (before == null) {
      return;
    }
    rich.newLine();
    boolean belongs =
        before instanceof Heading
            || before instanceof LinkReferenceDefinition
            || (block.getParent() instanceof ListItem && !(block instanceof Paragraph));
    if (!belongs && !(block instanceof BlockQuote) && !rich.endsInBox()) {
      rich.text("\n");
    }
  }

  /** Whether an item is written with space around it, and has something that needs it. */
  private static boolean isRoomy(Node item) {
    return item != null
        && item.getParent() instanceof ListBlock list
        && !list.isTight()
        && item.getFirstChild() != item.getLastChild();
  }

  private static String indent(int depth) {
    return STEP.repeat(Math.min(depth, MOST_STEPS));
  }
}
