package dev.hookline.messages;

import io.vertx.core.json.JsonObject;

/**
 * Says that the node which served a chat has given it back: who stands by may take it at once. A
 * hint: losing one delays the chat until the next try, no more.
 *
 * @param chat the Telegram chat's id
 */
public record ChatFree(long chat) {

  /** Wire form. */
  public static final RecordCodec<ChatFree> CODEC =
      new RecordCodec<>(
          ChatFree.class,
          "chat-free",
          1,
          free -> new JsonObject().put("chat", free.chat()),
          json -> new ChatFree(json.getLong("chat")));
}
