package dev.hookline.bus;

import io.vertx.core.json.JsonObject;

/** What the two bridges of Vert.x call the same things differently. */
enum Dialect {
  TCP("message"),
  SOCKJS("rec");

  private final String message;

  Dialect(String message) {
    this.message = message;
  }

  /** A message to an address that the program listens to. */
  JsonObject message(String address, Object body) {
    return new JsonObject().put("type", message).put("address", address).put("body", body);
  }

  /** A message that is to be answered. */
  JsonObject question(String address, String replyAddress, Object body) {
    return message(address, body).put("replyAddress", replyAddress).put("send", true);
  }

  /** Says that something was not done. The code and the words are in both dialects' places. */
  JsonObject error(Frame frame, int code, String words, Object details) {
    JsonObject error = new JsonObject().put("type", "err");
    if (frame.replyAddress() != null) {
      error.put("address", frame.replyAddress());
    }
    if (frame.address() != null) {
      error.put("sourceAddress", frame.address());
    }
    return error
        .put("failureCode", code)
        .put("failureType", "RECIPIENT_FAILURE")
        .put("message", words)
        .put("body", details);
  }

  /** Whether its programs wait for an answer to a ping. */
  boolean answersPings() {
    return this == TCP;
  }
}
