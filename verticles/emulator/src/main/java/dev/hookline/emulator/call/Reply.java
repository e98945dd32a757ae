package dev.hookline.emulator.call;

import dev.hookline.emulator.wire.Fields;
import java.util.Map;

/**
 * An answer of the Bot API.
 *
 * @param body the JSON object
 */
public record Reply(int status, Map<String, Object> body) {

  public static Reply ok(Object result) {
    return new Reply(200, Fields.with("ok", true).and("result", result).map());
  }

  /** With the words that a few methods add. */
  public static Reply ok(Object result, String description) {
    return new Reply(
        200, Fields.with("ok", true).and("result", result).and("description", description).map());
  }

  public static Reply error(int code, String description) {
    return error(code, description, Map.of());
  }

  public static Reply error(int code, String description, Map<String, Object> parameters) {
    return new Reply(
        code,
        Fields.with("ok", false)
            .and("error_code", code)
            .and("description", description)
            .when(!parameters.isEmpty(), "parameters", parameters)
            .map());
  }

  /** A flood refusal. */
  public static Reply flood(long seconds) {
    return error(429, "Too Many Requests: retry after " + seconds, Map.of("retry_after", seconds));
  }

  public boolean ok() {
    return status == 200;
  }

  /** Null when all is well. */
  public String description() {
    return ok() ? null : (String) body.get("description");
  }

  /** Seconds until the next try; 0 when not said. */
  public long retryAfter() {
    return body.get("parameters") instanceof Map<?, ?> parameters
            && parameters.get("retry_after") instanceof Number seconds
        ? seconds.longValue()
        : 0;
  }
}
