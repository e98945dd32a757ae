package dev.hookline.emulator.text;

import dev.hookline.emulator.world.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes entities nest. Telegram does not refuse entities that cross: styles such as bold are split
 * where they cross something, and of two others that cross the later one is dropped.
 */
final class Overlaps {

  private static final Set<String> STYLES =
      Set.of("bold", "italic", "underline", "strikethrough", "spoiler");
  private static final Set<String> CODE = Set.of("code", "pre");

  private Overlaps() {}

  /** Whether some of these cross, or are where Telegram does not let them be. */
  static boolean any(List<Entity> sorted) {
    return !resolve(sorted).equals(sorted);
  }

  /**
   * Brings entities into a form in which they nest.
   *
   * @param sorted by their beginning, the longer first
   */
  static List<Entity> resolve(List<Entity> sorted) {
    List<Entity> kept = new ArrayList<>();
    for (Entity entity : sorted) {
      add(entity, kept);
    }
    kept.sort(
        java.util.Comparator.comparingInt(Entity::offset)
            .thenComparing(java.util.Comparator.comparingInt(Entity::length).reversed()));
    return kept;
  }

  private static void add(Entity entity, List<Entity> kept) {
    for (Entity earlier : kept) {
      boolean apart = entity.offset() >= earlier.end() || entity.end() <= earlier.offset();
      boolean inside = entity.offset() >= earlier.offset() && entity.end() <= earlier.end();
      if (apart || (inside && !CODE.contains(earlier.type()))) {
        continue;
      }
      if (inside) {
        return; // code is shown as it is, whatever it is marked with
      }
      int border = earlier.end();
      if (STYLES.contains(entity.type())) {
        add(entity.at(entity.offset(), border - entity.offset()), kept);
        add(entity.at(border, entity.end() - border), kept);
      }
      return;
    }
    kept.add(entity);
  }
}
