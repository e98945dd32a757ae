package dev.hookline.telegram.render;

/** How a piece of text is shown. */
enum Style {
  BOLD("bold"),
  ITALIC("italic"),
  STRUCK("strikethrough"),
  CODE("code"),
  /** A block of code, with a language. */
  PRE("pre"),
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
}
