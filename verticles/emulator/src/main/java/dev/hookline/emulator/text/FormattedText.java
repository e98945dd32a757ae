package dev.hookline.emulator.text;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.world.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A text with its entities, as Telegram would take it: control characters become spaces, some
 * characters are dropped, the ends are trimmed, and the entities move along.
 */
public record FormattedText(String text, List<Entity> entities) {

  private static final int ENTITY_LIMIT = 100;
  static final Comparator<Entity> ORDER =
      Comparator.comparingInt(Entity::offset)
          .thenComparing(Comparator.comparingInt(Entity::length).reversed());

  /**
   * Cleans a text.
   *
   * @throws Refusal when an entity is outside the text or cuts a character in two
   */
  public static FormattedText clean(String text, List<Entity> entities) throws Refusal {
    List<Entity> sorted = new ArrayList<>();
    for (Entity entity : entities) {
      checkNumbers(entity);
      if (entity.length() > 0) {
        checkPlace(text, entity);
        sorted.add(entity);
      }
    }
    sorted.sort(ORDER);
    int[] places = new int[text.length() + 1];
    String cleaned = withoutControls(text, places);
    List<Entity> moved = new ArrayList<>();
    for (Entity entity : Overlaps.resolve(sorted)) {
      int start = places[entity.offset()];
      shrink(cleaned, entity.at(start, places[entity.end()] - start), moved);
    }
    return trimmed(cleaned, moved);
  }

  /** How long it is for Telegram's limits. */
  public int codePoints() {
    return text.codePointCount(0, text.length());
  }

  private static void checkNumbers(Entity entity) throws Refusal {
    if (entity.offset() < 0 || entity.offset() > 1_000_000) {
      throw Refusal.bad("receive an entity with incorrect offset " + entity.offset());
    }
    if (entity.length() < 0 || entity.length() > 1_000_000) {
      throw Refusal.bad("receive an entity with incorrect length " + entity.length());
    }
  }

  private static void checkPlace(String text, Entity entity) throws Refusal {
    if (entity.offset() >= text.length()) {
      throw Refusal.bad(
          "entity begins after the end of the text at UTF-16 offset " + entity.offset());
    }
    if (entity.end() > text.length()) {
      throw Refusal.bad(
          "entity beginning at UTF-16 offset "
              + entity.offset()
              + " ends after the end of the text at UTF-16 offset "
              + entity.end());
    }
    if (inMiddle(text, entity.offset())) {
      throw Refusal.bad(
          "entity begins in a middle of a UTF-16 symbol at byte offset "
              + bytesAfter(text, entity.offset()));
    }
    if (inMiddle(text, entity.end())) {
      throw Refusal.bad(
          "entity beginning at UTF-16 offset "
              + entity.offset()
              + " ends in a middle of a UTF-16 symbol at byte offset "
              + bytesAfter(text, entity.end()));
    }
  }

  private static boolean inMiddle(String text, int place) {
    return place > 0
        && place < text.length()
        && Character.isHighSurrogate(text.charAt(place - 1))
        && Character.isLowSurrogate(text.charAt(place));
  }

  // Telegram tells where the character ends that was cut, in bytes of UTF-8.
  private static int bytesAfter(String text, int place) {
    return text.substring(0, place + 1).getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
  }

  private static String withoutControls(String text, int[] places) {
    StringBuilder clean = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      places[i] = clean.length();
      char character = text.charAt(i);
      if (!isDropped(character)) {
        clean.append(character < ' ' && character != '\n' ? ' ' : character);
      }
    }
    places[text.length()] = clean.length();
    return clean.toString();
  }

  private static boolean isDropped(char character) {
    return character == '\r'
        || (character >= 0x2028 && character <= 0x202E)
        || character == 0x0333
        || character == 0x033F
        || character == 0x030A;
  }

  // An entity does not begin with blanks, and one of nothing but blanks is none.
  private static void shrink(String text, Entity entity, List<Entity> into) {
    int start = entity.offset();
    while (start < entity.end() && isTrimmed(text.charAt(start))) {
      start++;
    }
    if (start < entity.end() && into.size() < ENTITY_LIMIT) {
      into.add(entity.at(start, entity.end() - start));
    }
  }

  private static FormattedText trimmed(String text, List<Entity> entities) throws Refusal {
    int end = text.length();
    while (end > 0 && isTrimmed(text.charAt(end - 1))) {
      end--;
    }
    int first = entities.isEmpty() ? end : entities.get(0).offset();
    int start = 0;
    while (start < first && isTrimmed(text.charAt(start))) {
      start++;
    }
    String kept = text.substring(Math.min(start, end), end);
    if (Spaces.allBlank(kept)) {
      return new FormattedText("", List.of());
    }
    List<Entity> moved = new ArrayList<>();
    for (Entity entity : entities) {
      moved.add(entity.at(entity.offset() - start, Math.min(entity.end(), end) - entity.offset()));
    }
    return new FormattedText(kept, List.copyOf(moved));
  }

  private static boolean isTrimmed(char character) {
    return character == ' ' || character == '\n';
  }
}
