package dev.hookline.emulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;

/** Builds a JSON object in the order of its fields. Not reusable. */
public final class Fields {

  private final Map<String, Object> map = new LinkedHashMap<>();

  private Fields() {}

  public static Fields with(String name, Object value) {
    return new Fields().and(name, value);
  }

  /** Null is written as null. */
  public Fields and(String name, Object value) {
    map.put(name, value);
    return this;
  }

  /** Leaves the field out unless the condition holds. */
  public Fields when(boolean holds, String name, Object value) {
    if (holds) {
      map.put(name, value);
    }
    return this;
  }

  /** Adds the fields of another object. */
  public Fields all(Map<String, Object> more) {
    map.putAll(more);
    return this;
  }

  public Map<String, Object> map() {
    return map;
  }
}
