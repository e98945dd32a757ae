package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * Lays a text out on messages: one if it fits, a few if it must be, else its beginning and the
 * whole as a file.
 */
final class Pages {

  /** Code points in a message. */
  static final int LIMIT = 4096;

  /** Messages that one text may take. */
  static final int MOST = 4;

  /** Entities that Telegram heeds in a message. */
  private static final int MOST_ENTITIES = 100;

  private static final int ROOM_FOR_MARKS = 60;
  private static final String GOES_ON = "\n⋯ the whole text is in the file below";

  private final Rich rich;
  private final String text;
  private final List<Span> spans;
  private final String wholeName;

  private Pages(Rich rich, String wholeName) {
    this.rich = rich;
    this.text = rich.text();
    this.spans = rich.spans();
    this.wholeName = wholeName;
  }

  /**
   * The messages, in order; at least one.
   *
   * @param wholeName the name of the file, should the text need one
   */
  static List<Part> of(Rich rich, String wholeName) {
    return new Pages(rich, wholeName).parts();
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    if (Splitter.offset(text, 0, LIMIT) == text.length()) {
      parts.add(part("", new Piece(0, text.length()), ""));
    } else {
      addPieces(parts);
    }
    rich.attachments().forEach(attachment -> parts.add(attachment.part()));
    if (rich.leavesOut()) {
      parts.set(parts.size() - 1, saying(parts.get(parts.size() - 1)));
    }
    return List.copyOf(parts);
  }

  private static Part saying(Part last) {
    return last instanceof TextPart text
        ? new TextPart(text.text(), text.entities(), true)
        : saying((DocumentPart) last);
  }

  private static Part saying(DocumentPart last) {
    return new DocumentPart(
        last.fileName(), last.content(), last.caption(), last.captionEntities(), true);
  }

  private void addPieces(List<Part> parts) {
    List<Piece> pieces = pieces();
    if (pieces.size() > MOST) {
      parts.add(part("", pieces.get(0), GOES_ON));
      parts.add(new Attachment(wholeName, text, "The whole text").part());
      return;
    }
    for (int page = 1; page <= pieces.size(); page++) {
      String mark = page == 1 ? "" : "⋯ " + page + " of " + pieces.size() + "\n";
      parts.add(part(mark, pieces.get(page - 1), ""));
    }
  }

  /** The text in pieces; one more than may be shown is enough to know that it is too long. */
  private List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    int from = 0;
    while (from < text.length() && pieces.size() <= MOST) {
      int to = Splitter.cut(text, from, LIMIT - ROOM_FOR_MARKS);
      Piece piece = trimmed(from, to);
      if (piece.start() < piece.end()) {
        pieces.add(piece);
      }
      from = to;
    }
    return pieces;
  }

  // Telegram trims too; doing it here keeps what we believe to have sent equal to what is there.
  private Piece trimmed(int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    int start = from;
    while (start < end && text.charAt(start) == '\n') {
      start++;
    }
    if (!keepsSpace(start)) {
      while (start < end && Character.isWhitespace(text.charAt(start))) {
        start++;
      }
    }
    return new Piece(start, end);
  }

  private boolean keepsSpace(int at) {
    return spans.stream()
        .anyMatch(span -> span.style().keepsSpace() && span.start() <= at && at < span.end());
  }

  private TextPart part(String before, Piece piece, String after) {
    Piece shown = trimmed(piece.start(), piece.end());
    List<Span> inside =
        spans.stream().map(span -> span.within(shown.start(), shown.end())).toList();
    StringBuilder kept = new StringBuilder(text);
    inside.stream()
        .filter(span -> span.style().keepsSpace())
        .forEach(span -> Blanks.keep(kept, span.start(), span.end()));
    String words = kept.substring(shown.start(), shown.end());
    int moved = before.length() - shown.start();
    List<MessageEntity> entities = heeded(inside).stream().map(span -> span.entity(moved)).toList();
    return new TextPart(before + words + after, entities);
  }

  /** As many as Telegram heeds; when there are more, what matters most. */
  private static List<Span> heeded(List<Span> spans) {
    return spans.stream()
        .filter(span -> !span.isEmpty())
        .sorted(Comparator.comparing(span -> !span.style().matters()))
        .limit(MOST_ENTITIES)
        .sorted(Span.ORDER)
        .toList();
  }

  /** From the first UTF-16 unit to the one after the last. */
  private record Piece(int start, int end) {}
}
