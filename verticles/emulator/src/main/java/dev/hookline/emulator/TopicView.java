package dev.hookline.emulator;

import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * A topic as a test wants to know it.
 *
 * @param messages how many are there, service messages included
 */
public record TopicView(
    int threadId,
    String name,
    long creatorId,
    boolean general,
    boolean closed,
    boolean deleted,
    int messages) {

  static List<TopicView> of(JsonObject state, long chat) {
    return state.getJsonArray("chats").stream()
        .map(JsonObject.class::cast)
        .filter(one -> one.getJsonObject("chat").getLong("id") == chat)
        .flatMap(one -> one.getJsonArray("topics").stream())
        .map(one -> of((JsonObject) one))
        .toList();
  }

  private static TopicView of(JsonObject topic) {
    return new TopicView(
        topic.getInteger("thread_id"),
        topic.getString("name"),
        topic.getLong("creator_id"),
        topic.getBoolean("general"),
        topic.getBoolean("closed"),
        topic.getBoolean("deleted"),
        topic.getInteger("messages"));
  }
}
