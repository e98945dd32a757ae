package dev.hookline.lab.check;

import java.util.List;

/** Asks one question of a history. */
@FunctionalInterface
public interface Checker {

  Verdict judge(History history);

  /** All of them, in the order of their numbers. */
  static List<Checker> all() {
    return List.of(
        new NothingLost(),
        new OneTopic(),
        new InOrder(),
        new NothingTwice(),
        new NoPhantoms(),
        new Drained(),
        new InputsOnce());
  }
}
