package dev.hookline.app.log;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import dev.hookline.config.Settings;
import java.util.List;
import org.slf4j.LoggerFactory;

/** In what form the node writes its log: one event a line, in any. */
public enum LogFormat {
  /** As {@code key=value}, for people. */
  TEXT,
  /** As an object of JSON, for programs that gather logs. */
  JSON;

  private static final List<String> WORDS = List.of("text", "json");

  /** Reads {@code log.format}. */
  public static LogFormat from(Settings settings) {
    return values()[WORDS.indexOf(settings.choice("log.format", "text", WORDS))];
  }

  /** From now on, the log is written in this form. */
  public void apply() {
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof Logger root) {
      apply(root);
    }
  }

  /** The same for what this logger writes to. */
  void apply(Logger logger) {
    logger.iteratorForAppenders().forEachRemaining(this::apply);
  }

  private void apply(Appender<ILoggingEvent> appender) {
    if (appender instanceof OutputStreamAppender<ILoggingEvent> out) {
      boolean isJson = out.getEncoder() instanceof JsonLines;
      if (this == JSON && !isJson) {
        out.setEncoder(new JsonLines(out.getEncoder()));
      } else if (this == TEXT && isJson) {
        out.setEncoder(((JsonLines) out.getEncoder()).before());
      }
    }
  }
}
