package dev.hookline.telegram.render;

import java.util.Comparator;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * A piece of text that is shown in a style.
 *
 * @param start its first UTF-16 unit
 * @param end the unit after its last
 * @param detail the language of a block of code, or where a link leads; else empty
 */
record Span(Style style, int start, int end, String detail) {

  /** By place, and what lies in another after it. */
  static final Comparator<Span> ORDER =
      Comparator.comparingInt(Span::start).thenComparing(Span::end, Comparator.reverseOrder());

  /** The piece of it that lies between two places. */
  Span within(int from, int to) {
    return new Span(style, Math.max(start, from), Math.min(end, to), detail);
  }

  boolean isEmpty() {
    return end <= start;
  }

  /** What Telegram is told, when the text has moved by so many units. */
  MessageEntity entity(int moved) {
    MessageEntity entity = new MessageEntity(style.entity(), start + moved, end - start);
    if (style == Style.LINK) {
      entity.setUrl(detail);
    } else if (!detail.isEmpty()) {
      entity.setLanguage(detail);
    }
    return entity;
  }
}
