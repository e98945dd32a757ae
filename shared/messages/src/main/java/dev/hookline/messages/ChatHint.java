package dev.hookline.messages;

import io.vertx.core.json.JsonObject;

/**
 * Says that the outbox of a chat has something to send. A hint: losing one delays the chat until
 * the sweep, no more.
 *
 * @param chat the Telegram chat's id
 */
public record ChatHint(long chat) {

  /** Wire form. */
  public static final RecordCodec<ChatHint> CODEC =
      new RecordCodec<>(
          ChatHint.class,
          "chat-hint",
          1,
          hint -> new JsonObject().put("chat", hint.chat()),
          json -> new ChatHint(json.getLong("chat")));
}
