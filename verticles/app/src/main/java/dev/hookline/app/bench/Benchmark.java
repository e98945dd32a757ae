package dev.hookline.app.bench;

import java.util.List;

/** Something to measure. */
public interface Benchmark {

  /** How the command line calls it. */
  String name();

  /** Whether it takes too long for who did not ask for it by its name. */
  default boolean onlyByName() {
    return false;
  }

  /** Measures; takes from seconds to minutes. */
  List<Figure> run(Lab lab) throws Exception;
}
