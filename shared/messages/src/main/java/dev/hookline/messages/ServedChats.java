package dev.hookline.messages;

import io.vertx.core.Vertx;
import io.vertx.core.shareddata.LocalMap;

/**
 * The chats that this node serves now. Only a hint, like everything that is not in the store: the
 * lease decides, and every write is checked against it. Thread-safe.
 */
public final class ServedChats {

  private final LocalMap<Long, Boolean> chats;

  private ServedChats(LocalMap<Long, Boolean> chats) {
    this.chats = chats;
  }

  /** Those of the node: the same to all who ask on the same {@code Vertx}. */
  public static ServedChats of(Vertx vertx) {
    return new ServedChats(vertx.sharedData().getLocalMap("hookline.chats.served"));
  }

  /** The node serves the chat from now on. */
  public void begin(long chat) {
    chats.put(chat, true);
  }

  /** The node does not serve the chat any more. */
  public void end(long chat) {
    chats.remove(chat);
  }

  /** Whether this node serves the chat. */
  public boolean has(long chat) {
    return chats.containsKey(chat);
  }

  /** Whether this node serves no chat. */
  public boolean isEmpty() {
    return chats.isEmpty();
  }
}
