package dev.hookline.telegram.render;

/** Words of agents and people for places where only a few fit, such as buttons. */
public final class Labels {

  private Labels() {}

  /** The beginning of a text on one line, harmless. */
  public static String of(String text, int points) {
    return Words.brief(Clean.PROSE.of(text), points);
  }
}
