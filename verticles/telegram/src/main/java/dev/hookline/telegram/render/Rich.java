package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A text under construction, with the styles of its pieces. Everything that goes in is made
 * harmless on the way. Not thread-safe.
 */
final class Rich {

  private final StringBuilder text = new StringBuilder();
  private final List<Span> spans = new ArrayList<>();
  private final List<Attachment> attachments = new ArrayList<>();

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
    return styled(Style.PRE, Clean.EXACT.of(code).stripTrailing(), language).newLine();
  }

  /** A quote that can be opened, on lines of its own. */
  Rich quote(String words) {
    newLine();
    return styled(Style.QUOTE, Clean.OUTPUT.of(words).stripTrailing(), "").newLine();
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

  /** The styles, in the order of the text; none reaches into another. */
  List<Span> spans() {
    return Collections.unmodifiableList(spans);
  }

  List<Attachment> attachments() {
    return Collections.unmodifiableList(attachments);
  }

  private boolean endsWithEmptyLine() {
    int length = text.length();
    return length >= 2 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
  }

  private Rich styled(Style style, String words, String language) {
    int start = text.length();
    text.append(words);
    if (!words.isBlank()) {
      spans.add(new Span(style, start, text.length(), language));
    }
    return this;
  }
}
