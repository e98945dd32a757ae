package dev.hookline.telegram.render;

/** How a piece of text is shown. */
enum Style {
  BOLD("bold"),
  ITALIC("italic"),
  UNDERLINE("underline"),
  STRUCK("strikethrough"),
  CODE("code"),
  /** Words that lead to an address. */
  LINK("text_link"),
  /** A block of code, with a language. */
  PRE("pre"),
  /** What somebody else said, all of it in sight. */
  CITATION("blockquote"),
  /** A quote that shows its first lines until somebody opens it. */
  QUOTE("expandable_blockquote");

  private final String entity;

  Style(String entity) {
    this.entity = entity;
  }

  /** The name that Telegram has for it. */
  String entity() {
    return entity;
  }

  /** Whether blank lines and indentation mean something in it. */
  boolean keepsSpace() {
    return this == PRE || this == QUOTE;
  }

  /** Whether it is shown in a box of its own. */
  boolean isBox() {
    return keepsSpace() || this == CITATION;
  }

  /** Whether a message loses more without it than without a word in bold. */
  boolean matters() {
    return isBox() || this == LINK;
  }
}
