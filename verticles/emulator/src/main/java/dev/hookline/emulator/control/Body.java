package dev.hookline.emulator.control;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** A request's JSON with checked fields. */
public record Body(JsonObject json) {

  public boolean has(String name) {
    return json.getValue(name) != null;
  }

  public String text(String name) {
    if (json.getValue(name) instanceof String text) {
      return text;
    }
    throw wrong(name, "a text");
  }

  public String text(String name, String fallback) {
    return has(name) ? text(name) : fallback;
  }

  public int number(String name) {
    return (int) longNumber(name);
  }

  public int number(String name, int fallback) {
    return has(name) ? number(name) : fallback;
  }

  public long longNumber(String name) {
    Object value = json.getValue(name);
    if (value instanceof Number number && !(value instanceof Double) && !(value instanceof Float)) {
      return number.longValue();
    }
    throw wrong(name, "a whole number");
  }

  public long longNumber(String name, long fallback) {
    return has(name) ? longNumber(name) : fallback;
  }

  public boolean yes(String name) {
    return Boolean.TRUE.equals(json.getValue(name));
  }

  public JsonArray array(String name) {
    Object value = json.getValue(name, new JsonArray());
    if (value instanceof JsonArray array) {
      return array;
    }
    throw wrong(name, "a list");
  }

  public JsonObject object(String name) {
    if (json.getValue(name) instanceof JsonObject object) {
      return object;
    }
    throw wrong(name, "an object");
  }

  private Wrong wrong(String name, String what) {
    return Wrong.request(name + " is " + json.getValue(name) + "; write " + what);
  }
}
