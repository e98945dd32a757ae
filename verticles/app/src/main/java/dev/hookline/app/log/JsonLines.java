package dev.hookline.app.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import net.logstash.logback.composite.AbstractJsonProvider;
import net.logstash.logback.encoder.LogstashEncoder;
import org.slf4j.event.KeyValuePair;

/** Writes events of the log as JSON, each on a line of its own, with the usual names of fields. */
final class JsonLines extends LogstashEncoder {

  private final Encoder<ILoggingEvent> before;

  /**
   * @param before what wrote them until now
   */
  JsonLines(Encoder<ILoggingEvent> before) {
    this.before = before;
    setContext(before.getContext());
    setTimeZone("UTC");
    setIncludeContext(false); // or the host's name would be in each line
    setIncludeKeyValuePairs(false);
    addProvider(new Pairs());
    start();
  }

  /** What wrote them until now. */
  Encoder<ILoggingEvent> before() {
    return before;
  }

  /**
   * The pairs that came with the event, as fields. Values are written as the texts that they are in
   * the other form too: the library itself would look into them, and find what their texts hide.
   */
  private static final class Pairs extends AbstractJsonProvider<ILoggingEvent> {

    @Override
    public void writeTo(JsonGenerator json, ILoggingEvent event) throws IOException {
      List<KeyValuePair> pairs = event.getKeyValuePairs();
      if (pairs == null) {
        return;
      }
      for (KeyValuePair pair : pairs) {
        if (pair.value instanceof Integer || pair.value instanceof Long) {
          json.writeNumberField(pair.key, ((Number) pair.value).longValue());
        } else {
          json.writeStringField(pair.key, String.valueOf(pair.value));
        }
      }
    }
  }
}
