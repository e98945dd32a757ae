package dev.hookline.telegram.render;

import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * A piece of text that is shown in a style.
 *
 * @param start its first UTF-16 unit
 * @param end the unit after its last
 * @param language of the code in a block, else empty
 */
record Span(Style style, int start, int end, String language) {

  /** The piece of it that lies between two places, told from another beginning of the text. */
  Span within(int from, int to, int beginning) {
    return new Span(
        style,
        Math.max(start, from) - from + beginning,
        Math.min(end, to) - from + beginning,
        language);
  }

  boolean isEmpty() {
    return end <= start;
  }

  MessageEntity entity() {
    MessageEntity entity = new MessageEntity(style.entity(), start, end - start);
    if (!language.isEmpty()) {
      entity.setLanguage(language);
    }
    return entity;
  }
}
