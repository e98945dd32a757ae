package dev.hookline.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.OutputStreamAppender;
import dev.hookline.config.Settings;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogFormatTest {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final LoggerContext context = new LoggerContext();
  private final Logger logger = context.getLogger("dev.hookline.Something");

  @BeforeEach
  void writeAsText() {
    context.setMDCAdapter(new LogbackMDCAdapter()); // as Logback's start does
    PatternLayoutEncoder text = new PatternLayoutEncoder();
    text.setContext(context);
    text.setPattern("level=%level msg=\"%msg\" %kvp%n");
    text.start();
    OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
    appender.setContext(context);
    appender.setEncoder(text);
    appender.setOutputStream(written);
    appender.start();
    logger.addAppender(appender);
  }

  @Test
  void json_is_one_object_a_line_whatever_is_logged() {
    LogFormat.JSON.apply(logger);

    logger.atInfo().log("two\nlines of \"words\"");
    logger.atError().setCause(new IllegalStateException("why\nso")).log("failed");

    assertThat(lines()).hasSize(2);
    assertThat(json(0).getString("message")).isEqualTo("two\nlines of \"words\"");
    assertThat(json(1).getString("stack_trace"))
        .contains("IllegalStateException: why\nso")
        .contains("LogFormatTest");
  }

  @Test
  void json_says_when_and_where_and_how_bad_it_is() {
    LogFormat.JSON.apply(logger);

    logger.atWarn().log("words");

    assertThat(json(0).getString("level")).isEqualTo("WARN");
    assertThat(json(0).getString("logger_name")).isEqualTo("dev.hookline.Something");
    assertThat(Instant.parse(json(0).getString("@timestamp"))).isBeforeOrEqualTo(Instant.now());
  }

  @Test
  void json_has_what_came_with_the_event_in_fields() {
    LogFormat.JSON.apply(logger);

    logger.atInfo().addKeyValue("verticle", "ingest").addKeyValue("instances", 2).log("words");

    assertThat(json(0).getString("verticle")).isEqualTo("ingest");
    assertThat(json(0).getValue("instances")).isEqualTo(2);
  }

  @Test
  void json_shows_nothing_that_a_value_hides() {
    LogFormat.JSON.apply(logger);

    logger.atInfo().addKeyValue("token", new Hidden("12:secret")).log("words");

    assertThat(lines().get(0)).doesNotContain("12:secret");
    assertThat(json(0).getString("token")).isEqualTo("hidden");
  }

  @Test
  void goes_back_to_text() {
    LogFormat.JSON.apply(logger);
    LogFormat.JSON.apply(logger);
    LogFormat.TEXT.apply(logger);

    logger.atInfo().addKeyValue("verticle", "ingest").log("words");

    assertThat(lines()).containsExactly("level=INFO msg=\"words\" verticle=\"ingest\"");
  }

  @Test
  void is_text_unless_the_settings_say_json() {
    assertThat(LogFormat.from(new Settings(new JsonObject()))).isEqualTo(LogFormat.TEXT);
    JsonObject log = new JsonObject().put("format", "json");
    assertThat(LogFormat.from(new Settings(new JsonObject().put("log", log))))
        .isEqualTo(LogFormat.JSON);
  }

  private JsonObject json(int line) {
    return new JsonObject(lines().get(line));
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private record Hidden(String secret) {

    @Override
    public String toString() {
      return "hidden";
    }
  }
}
