package dev.hookline.emulator.world;

import java.util.List;

/**
 * What a message says. Two equal ones look the same.
 *
 * @param text the text, or the caption when there is a file
 * @param media null when there is no file
 * @param rich the blocks of a rich message; empty for all others
 * @param keyboard rows of buttons; empty when there are none
 */
public record Content(
    String text,
    List<Entity> entities,
    Media media,
    List<Object> rich,
    List<List<Button>> keyboard) {

  public Content {
    entities = List.copyOf(entities);
    rich = List.copyOf(rich);
    keyboard = keyboard.stream().map(List::copyOf).toList();
  }

  /** What is no rich message. */
  public Content(String text, List<Entity> entities, Media media, List<List<Button>> keyboard) {
    this(text, entities, media, List.of(), keyboard);
  }

  /** A text and nothing else. */
  public static Content text(String text) {
    return new Content(text, List.of(), null, List.of());
  }

  /** A rich message. */
  public static Content rich(List<Object> blocks, List<List<Button>> keyboard) {
    return new Content("", List.of(), null, blocks, keyboard);
  }

  /** The same with other words. */
  public Content saying(String words, List<Entity> marks) {
    return new Content(words, marks, media, rich, keyboard);
  }

  /** The same with other buttons. */
  public Content with(List<List<Button>> buttons) {
    return new Content(text, entities, media, rich, buttons);
  }
}
