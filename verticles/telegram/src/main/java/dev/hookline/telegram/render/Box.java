package dev.hookline.telegram.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;

/** The box with which an item of a list says that it is to be done. */
enum Box {
  NONE(""),
  OPEN("⬜ "),
  TICKED("✅ ");

  private static final Pattern MARK = Pattern.compile("\\[([ xX])]\\s+(.*)", Pattern.DOTALL);

  private final String sign;

  Box(String sign) {
    this.sign = sign;
  }

  /** What an item begins with that has it. */
  String sign() {
    return sign;
  }

  /** Takes an item's box away, and gives it. */
  static Box takeFrom(Node item) {
    if (item.getFirstChild() instanceof Paragraph paragraph
        && paragraph.getFirstChild() instanceof Text text) {
      Matcher mark = MARK.matcher(text.getLiteral());
      if (mark.matches()) {
        text.setLiteral(mark.group(2));
        return mark.group(1).isBlank() ? OPEN : TICKED;
      }
    }
    return NONE;
  }
}
