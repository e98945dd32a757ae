package dev.hookline.bus;

import io.vertx.core.json.JsonObject;

/**
 * What a program sends.
 *
 * @param type {@code ping}, {@code send}, {@code publish}, {@code register}, {@code unregister}
 * @param address where to; null when there is none
 * @param replyAddress what the program calls the answer; null when it wants none
 * @param after the place of arrival behind which it wants to follow a session; null: from now on
 * @param body what it says; null when nothing
 */
record Frame(String type, String address, String replyAddress, Long after, Object body) {

  private static final int LONGEST_ADDRESS = 200;

  /** What is answered when no frame could be read. */
  static final Frame NONE = new Frame("", null, null, null, null);

  /**
   * Reads a frame. Headers other than {@code after} mean nothing here: they would choose codecs and
   * timeouts of a bus that is not the program's.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Frame read(JsonObject json) {
    String type = text(json, "type");
    if (type == null) {
      throw new IllegalArgumentException("type is missing");
    }
    Object headers = json.getValue("headers");
    return new Frame(
        type,
        text(json, "address"),
        text(json, "replyAddress"),
        headers instanceof JsonObject named ? number(named.getValue("after")) : null,
        json.getValue("body"));
  }

  private static String text(JsonObject json, String key) {
    Object value = json.getValue(key);
    if (value == null || (value instanceof String text && text.length() <= LONGEST_ADDRESS)) {
      return (String) value;
    }
    throw new IllegalArgumentException(key + " is no string of at most 200 characters");
  }

  // Clients of the bridges may send headers as strings only.
  private static Long number(Object value) {
    if (value == null) {
      return null;
    }
    long number = Long.parseLong(value.toString());
    if (number < 0) {
      throw new IllegalArgumentException("after is negative");
    }
    return number;
  }
}
