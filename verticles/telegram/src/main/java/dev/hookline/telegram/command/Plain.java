package dev.hookline.telegram.command;

import dev.hookline.telegram.ask.People.Right;

/** A command that always needs the same right. */
abstract class Plain implements Command {

  private final String name;
  private final String does;
  private final Right needed;

  Plain(String name, String does, Right needed) {
    this.name = name;
    this.does = does;
    this.needed = needed;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String does() {
    return does;
  }

  @Override
  public Right needs(Subject about) {
    return needed;
  }
}
