package dev.hookline.emulator.world;

import java.util.Map;

/**
 * A stretch of text with a meaning.
 *
 * @param offset in UTF-16 units, like the length
 * @param more what its type needs: {@code url}, {@code language}, and so on
 */
public record Entity(String type, int offset, int length, Map<String, Object> more) {

  public Entity {
    more = Ordered.copy(more);
  }

  /** Where it ends, in UTF-16 units. */
  public int end() {
    return offset + length;
  }

  /** The same kind of stretch elsewhere. */
  public Entity at(int newOffset, int newLength) {
    return new Entity(type, newOffset, newLength, more);
  }
}
