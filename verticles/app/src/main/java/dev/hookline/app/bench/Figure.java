package dev.hookline.app.bench;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/**
 * Something that was measured.
 *
 * @param what in words
 * @param unit of the value
 * @param atLeast the target: the value should not be lower; NaN when there is none
 * @param atMost the target: the value should not be higher; NaN when there is none
 */
public record Figure(String what, double value, String unit, double atLeast, double atMost) {

  /** A value without a target. */
  public static Figure of(String what, double value, String unit) {
    return new Figure(what, value, unit, Double.NaN, Double.NaN);
  }

  /** The same with a target. */
  public Figure atLeast(double target) {
    return new Figure(what, value, unit, target, Double.NaN);
  }

  /** The same with a target. */
  public Figure atMost(double target) {
    return new Figure(what, value, unit, Double.NaN, target);
  }

  boolean isMissed() {
    return value < atLeast || value > atMost; // false beside a NaN
  }

  String line() {
    return String.format(Locale.ROOT, "  %-58s %12s %-8s %s", what, number(value), unit, verdict());
  }

  JsonObject toJson() {
    JsonObject json = new JsonObject().put("what", what).put("value", value).put("unit", unit);
    if (!Double.isNaN(atLeast)) {
      json.put("atLeast", atLeast).put("met", !isMissed());
    }
    if (!Double.isNaN(atMost)) {
      json.put("atMost", atMost).put("met", !isMissed());
    }
    return json;
  }

  private String verdict() {
    if (Double.isNaN(atLeast) && Double.isNaN(atMost)) {
      return "";
    }
    String target =
        Double.isNaN(atMost) ? "at least " + number(atLeast) : "at most " + number(atMost);
    return target + (isMissed() ? ": MISSED" : ": met");
  }

  private static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%.0f", value)
        : String.format(Locale.ROOT, "%.2f", value);
  }
}
