package dev.hookline.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import dev.hookline.config.Settings;
import java.util.List;
import org.slf4j.LoggerFactory;

/** How much the node writes to its log. */
public enum LogLevel {
  /** What is wrong and needs a person. */
  ERROR,
  /** And what is wrong and goes on by itself. */
  WARN,
  /** And what happens seldom. */
  INFO,
  /** And each decision. */
  DEBUG,
  /** And everything else. */
  TRACE;

  private static final List<String> WORDS = List.of("error", "warn", "info", "debug", "trace");

  /** Reads {@code log.level}. */
  static LogLevel from(Settings settings) {
    return values()[WORDS.indexOf(settings.choice("log.level", "info", WORDS))];
  }

  /** From now on, the log holds this much. */
  void apply() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      root.setLevel(Level.valueOf(name()));
    }
  }
}
