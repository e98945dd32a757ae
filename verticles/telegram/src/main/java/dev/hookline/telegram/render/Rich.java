package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A text under construction, with the styles of its pieces. Everything that goes in is made
 * harmless on the way. Not thread-safe.
 *
 * <p>One for messages takes long things in part only, and knows whether something was left out that
 * no file beside it holds. One for a file takes all.
 */
final class Rich {

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();
  private final boolean whole;

  private boolean leavesOut;

  private Rich(boolean whole) {
    this.whole = whole;
  }

  /** For messages. */
  Rich() {
    this(false);
  }

  /** For a file. */
  static Rich whole() {
    return new Rich(true);
  }

  /** Whether nothing is to be left out. */
  boolean isWhole() {
    return whole;
  }

  /** Something was left out. */
  Rich leaveOut() {
    leavesOut = true;
    return this;
  }

  /** Whether something was left out. */
  boolean leavesOut() {
    return leavesOut;
  }

  Rich text(String words) {
    String clean = Clean.PROSE.of(words);
    if (!clean.equals("\n") || !endsWithEmptyLine()) {
      text.append(clean);
    }
    return this;
  }

  Rich bold(String words) {
    return styled(Style.BOLD, Clean.PROSE.of(words), "");
  }

  Rich italic(String words) {
    return styled(Style.ITALIC, Clean.PROSE.of(words), "");
  }

  Rich struck(String words) {
    return styled(Style.STRUCK, Clean.PROSE.of(words), "");
  }

  Rich code(String words) {
    return styled(Style.CODE, Clean.EXACT.of(words), "");
  }

  /** A block of code, on lines of its own; it keeps its distance without an empty line. */
  Rich pre(String code, String language) {
    newLine();
    if (endsWithEmptyLine()) {
      text.setLength(text.length() - 1);
    }
    return styled(Style.PRE, block(Clean.EXACT.of(code)), language).newLine();
  }

  /** A quote that can be opened, on lines of its own. */
  Rich quote(String words) {
    newLine();
    return styled(Style.QUOTE, block(Clean.OUTPUT.of(words)), "").newLine();
  }

  /** Shows in a style what was written since a place, besides the styles that it has already. */
  Rich wrap(Style style, int from, String detail) {
    int end = text.length();
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = from;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    if (start < end) {
      spans.add(new Span(style, start, end, detail));
    }
    return this;
  }

  /** The place where the next piece begins. */
  int length() {
    return text.length();
  }

  /** What was written since a place. */
  String since(int from) {
    return text.substring(Math.min(from, text.length()));
  }

  /** Begins a line, unless one has just begun. */
  Rich newLine() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
    return this;
  }

  Rich attach(Attachment attachment) {
    attachments.add(attachment);
    return this;
  }

  boolean isBlank() {
    return text.chars().allMatch(next -> Character.isWhitespace(next));
  }

  String text() {
    return text.toString();
  }

  /** The styles, in the order of the text; of two that share a piece one lies in the other. */
  List<Span> spans() {
    List<Span> all = new ArrayList<>(spans);
    Collections.reverse(all); // what was wrapped around a piece came after it
    all.sort(Span.ORDER);
    return all;
  }

  List<Attachment> attachments() {
    return Collections.unmodifiableList(attachments);
  }

  /** Its lines, each with its styles; those without words are left out. */
  List<Rich> lines() {
    List<Rich> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf("\n", start) < 0 ? text.length() : text.indexOf("\n", start);
      if (end > start) {
        lines.add(piece(start, end));
      }
      start = end + 1;
    }
    return lines;
  }

  private Rich piece(int start, int end) {
    Rich piece = new Rich(whole);
    piece.text.append(text, start, end);
    for (Span span : spans) {
      Span inside = span.within(start, end);
      if (!inside.isEmpty()) {
        piece.spans.add(
            new Span(
                inside.style(), inside.start() - start, inside.end() - start, inside.detail()));
      }
    }
    return piece;
  }

  /** Whether it ends with what Telegram shows in a box, which keeps its distance by itself. */
  boolean endsInBox() {
    int end = text.length() - 1;
    return spans.stream().anyMatch(span -> span.end() >= end && span.style().isBox());
  }

  private boolean endsWithEmptyLine() {
    int length = text.length();
    return length >= 2 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
  }

  /** Without empty lines around it, and with the indentation of its first line. */
  private static String block(String words) {
    int start = 0;
    while (start < words.length() && words.charAt(start) == '\n') {
      start++;
    }
    return Blanks.kept(words.substring(start).stripTrailing());
  }

  private Rich styled(Style style, String words, String detail) {
    int from = text.length();
    text.append(words);
    return wrap(style, from, detail);
  }
}
