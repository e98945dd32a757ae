package dev.hookline.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; the message lists every problem. */
public final class BadSettingsException extends RuntimeException {

  private final transient List<Problem> problems;

  /** The settings were read, and these values are wrong. */
  public BadSettingsException(List<Problem> problems) {
    super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** The settings could not be read at all. */
  public BadSettingsException(String why) {
    super(why);
    this.problems = List.of();
  }

  /** Every problem, in the order in which the settings were read. */
  public List<Problem> problems() {
    return problems;
  }
}
