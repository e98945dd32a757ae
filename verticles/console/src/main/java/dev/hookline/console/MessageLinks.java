package dev.hookline.console;

import dev.hookline.store.SentMessage;
import dev.hookline.store.SessionTopic;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/**
 * Where messages and topics can be opened.
 *
 * @param pattern an address with {@code {chat}}, {@code {topic}} and {@code {message}} in the place
 *     of ids, and {@code {channel}} in the place of a chat's id as Telegram's links have it; empty
 *     for no links at all
 */
record MessageLinks(String pattern) {

  /** A private supergroup's messages, for its members: core.telegram.org/api/links. */
  static final String TELEGRAM = "https://t.me/c/{channel}/{topic}/{message}";

  private static final String CHANNEL = "{channel}";
  private static final String SUPERGROUP = "-100"; // then the number that names it in links

  /** A message's address; empty when it has none. */
  String message(SentMessage message) {
    return filled(message.chat(), message.thread()).replace("{message}", id(message.id()));
  }

  /** The address of a session's topic; empty when it has none. */
  String topic(SessionTopic topic) {
    return topic.thread() == 0
        ? ""
        : filled(topic.chat(), topic.thread()).replace("/{message}", "").replace("{message}", "");
  }

  /** Messages with their addresses. */
  JsonArray json(List<SentMessage> messages) {
    return new JsonArray(
        messages.stream()
            .map(each -> new JsonObject().put("id", each.id()).put("link", message(each)))
            .toList());
  }

  private String filled(long chat, long thread) {
    String id = id(chat);
    if (pattern.contains(CHANNEL) && !id.startsWith(SUPERGROUP)) {
      return "";
    }
    String channel = id.startsWith(SUPERGROUP) ? id.substring(SUPERGROUP.length()) : id;
    String general = thread == 0 ? pattern.replace("/{topic}", "") : pattern;
    return general.replace(CHANNEL, channel).replace("{chat}", id).replace("{topic}", id(thread));
  }

  private static String id(long id) {
    return Long.toString(id);
  }
}
