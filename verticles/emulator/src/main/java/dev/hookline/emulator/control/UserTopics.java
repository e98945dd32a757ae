package dev.hookline.emulator.control;

import dev.hookline.emulator.act.Topics;
import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.stage.Stage;
import dev.hookline.emulator.text.TopicNames;
import dev.hookline.emulator.world.Chat;
import dev.hookline.emulator.world.Rights;
import dev.hookline.emulator.world.Topic;
import java.util.Map;

/** What users do with topics. */
final class UserTopics {

  private static final int BLUE = 7322096;

  private final Places places;
  private final Topics topics;

  UserTopics(Stage stage, Places places) {
    this.places = places;
    this.topics = new Topics(stage);
  }

  Map<String, Object> create(Chat chat, Body body) {
    if (!chat.forum()) {
      throw Wrong.now("the chat has no topics");
    }
    long user = places.actor(chat, body);
    int color = body.number("icon_color", BLUE);
    Topic topic =
        topics.create(chat, user, name(body), color, body.text("icon_custom_emoji_id", ""));
    return Map.of("thread_id", topic.threadId());
  }

  Map<String, Object> rename(Chat chat, Body body) {
    Topic topic = places.topic(chat, body);
    topics.rename(chat, topic, leader(chat, body, topic), name(body), null);
    return Map.of();
  }

  Map<String, Object> close(Chat chat, Body body) {
    Topic topic = places.topic(chat, body);
    if (topic.closed()) {
      throw Wrong.now("the topic is closed already");
    }
    topics.close(chat, topic, leader(chat, body, topic));
    return Map.of();
  }

  Map<String, Object> reopen(Chat chat, Body body) {
    Topic topic = places.topic(chat, body);
    if (!topic.closed()) {
      throw Wrong.now("the topic is open already");
    }
    topics.reopen(chat, topic, leader(chat, body, topic));
    return Map.of();
  }

  Map<String, Object> delete(Chat chat, Body body) {
    Topic topic = places.topic(chat, body);
    if (topic.general()) {
      throw Wrong.now("General cannot be deleted");
    }
    long user = places.actor(chat, body);
    if (!chat.member(user).may(Rights.DELETE_MESSAGES)) {
      throw Wrong.now("user " + user + " may not delete topics");
    }
    topics.delete(chat, topic);
    return Map.of();
  }

  private long leader(Chat chat, Body body, Topic topic) {
    long user = places.actor(chat, body);
    if (topic.creator() != user && !chat.member(user).may(Rights.MANAGE_TOPICS)) {
      throw Wrong.now("user " + user + " may not manage topics");
    }
    return user;
  }

  private static String name(Body body) {
    try {
      return TopicNames.clean(body.text("name"));
    } catch (Refusal refused) {
      throw Wrong.request(refused.getMessage());
    }
  }
}
