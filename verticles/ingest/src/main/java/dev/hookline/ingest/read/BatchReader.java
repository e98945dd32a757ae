package dev.hookline.ingest.read;

import dev.hookline.ingest.read.Batch.Refusal;
import dev.hookline.store.NewEvent;
import io.vertx.core.json.JsonArray;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Reads the body of a request: one event, an array of events, or a line for each event (NDJSON). A
 * bad element is refused and the others are taken. Thread-safe.
 *
 * <p>Lines are told by their content type; without it, by a first line that is a whole object and
 * is not the only one. So an object may be spread over lines, and lines need no content type unless
 * the first one is broken.
 */
public final class BatchReader {

  private static final int MAX_ELEMENTS = 10_000; // each refused one costs a line of the answer

  private final EventReader events;

  public BatchReader(EventReader events) {
    this.events = events;
  }

  /**
   * Reads a body.
   *
   * @param body the body
   * @param lines whether its content type says that it is lines
   * @param receivedAt when it came
   * @throws RefusedException when it is no JSON at all, or holds too many events
   */
  public Batch read(String body, boolean lines, Instant receivedAt) {
    String text = body.strip();
    if (lines || isLines(text)) {
      return read(
          text.lines().filter(line -> !line.isBlank()).map(BatchReader::parsing), receivedAt);
    }
    Object whole = StrictJson.parse(text);
    return whole instanceof JsonArray array
        ? read(array.stream().map(BatchReader::ready), receivedAt)
        : new Batch(List.of(events.read(whole, receivedAt)), List.of());
  }

  private Batch read(Stream<Supplier<Object>> elements, Instant receivedAt) {
    List<NewEvent> good = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    elements.forEach(
        element -> {
          requireRoom(good.size() + refused.size());
          try {
            good.add(events.read(element.get(), receivedAt));
          } catch (RefusedException wrong) {
            refused.add(new Refusal(good.size() + refused.size(), wrong.flaw()));
          }
        });
    return new Batch(good, refused);
  }

  private static void requireRoom(int taken) {
    if (taken == MAX_ELEMENTS) {
      throw new RefusedException(
          Flaw.whole("it holds more than " + MAX_ELEMENTS + " events: send fewer at once"));
    }
  }

  private static Supplier<Object> parsing(String line) {
    return () -> StrictJson.parse(line);
  }

  private static Supplier<Object> ready(Object element) {
    return () -> element;
  }

  private static boolean isLines(String text) {
    int end = text.indexOf('\n');
    if (end < 0 || text.charAt(0) != '{') {
      return false;
    }
    try {
      StrictJson.parse(text.substring(0, end));
      return true;
    } catch (RefusedException unfinished) {
      return false; // the object goes on in the next line
    }
  }
}
