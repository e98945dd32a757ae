package dev.hookline.telegram.render;

import java.util.EnumSet;
import java.util.Set;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;

/** Draws the words of a Markdown block: emphasis, code, links. */
final class Inlines extends AbstractVisitor {

  private final Rich rich;
  private final Set<Style> open = EnumSet.noneOf(Style.class);
  private String indent = "";

  Inlines(Rich rich) {
    this.rich = rich;
  }

  /**
   * Draws all words of a block.
   *
   * @param lineIndent what its lines after the first begin with
   */
  void draw(Node block, String lineIndent) {
    indent = lineIndent;
    visitChildren(block);
  }

  /** Draws the words of a node in a style; those that have it already stay as they are. */
  void styled(Style style, Node node) {
    boolean isNew = open.add(style);
    int from = rich.length();
    visitChildren(node);
    if (isNew) {
      open.remove(style);
      rich.wrap(style, from, "");
    }
  }

  /** Where a link leads, for all to see. */
  void target(String destination, String title) {
    boolean isWeb = Links.leadSomewhere(destination);
    rich.code(isWeb ? Links.brief(destination) : destination);
    rich.text(title == null || title.isBlank() ? "" : ": " + title);
  }

  @Override
  public void visit(Text text) {
    rich.text(text.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak end) {
    rich.text("\n" + indent); // people break lines where they mean it; a chat shows them
  }

  @Override
  public void visit(HardLineBreak end) {
    rich.text("\n" + indent);
  }

  @Override
  public void visit(Emphasis words) {
    styled(Style.ITALIC, words);
  }

  @Override
  public void visit(StrongEmphasis words) {
    if (isName(words)) {
      rich.text("__" + ((Text) words.getFirstChild()).getLiteral() + "__");
    } else {
      styled(Style.BOLD, words);
    }
  }

  @Override
  public void visit(CustomNode node) {
    if (node instanceof Strikethrough) {
      styled(Style.STRUCK, node);
    } else {
      visitChildren(node);
    }
  }

  @Override
  public void visit(Code code) {
    if (open.contains(Style.LINK)) {
      rich.text(code.getLiteral()); // Telegram shows no code inside a link
    } else {
      rich.code(code.getLiteral());
    }
  }

  @Override
  public void visit(HtmlInline html) {
    boolean isBreak = html.getLiteral().matches("(?i)<br\\s*/?>");
    rich.text(isBreak ? "\n" + indent : html.getLiteral());
  }

  @Override
  public void visit(Link link) {
    link(link, link.getDestination(), link.getTitle());
  }

  @Override
  public void visit(Image image) {
    rich.text("🖼 ");
    link(image, image.getDestination(), image.getTitle());
  }

  private void link(Node node, String destination, String title) {
    boolean outermost = open.add(Style.LINK);
    int from = rich.length();
    visitChildren(node);
    String label = rich.since(from).strip();
    if (outermost) {
      open.remove(Style.LINK);
      if (Links.leadSomewhere(destination)) {
        rich.wrap(Style.LINK, from, destination);
      }
    }
    boolean says = label.equals(destination) || label.equals(Links.brief(destination));
    if (!says && !destination.isEmpty()) {
      rich.text(label.isEmpty() ? "" : " (");
      target(destination, title);
      rich.text(label.isEmpty() ? "" : ")");
    }
  }

  /** Whether the marks belong to a name such as {@code __init__}. */
  private static boolean isName(StrongEmphasis words) {
    return words.getOpeningDelimiter().equals("__")
        && words.getFirstChild() == words.getLastChild()
        && words.getFirstChild() instanceof Text text
        && text.getLiteral().matches("[a-z][a-z0-9_]*");
  }
}
