package dev.hookline.app.bench;

import java.util.List;

/** Something to measure. */
public interface Benchmark {

  /** How the command line calls it. */
  String name();

  /** Measures; takes from seconds to minutes. */
  List<Figure> run(Lab lab) throws Exception;
}
