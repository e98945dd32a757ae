package dev.hookline.telegram.bot;

import java.util.List;
import java.util.Locale;

/** What a refusal of the Bot API means for the one who asked. */
public enum Refusal {
  /** Too many requests: nothing more for this chat for a while. */
  FLOOD,
  /** The topic is not there, or Telegram says so. */
  TOPIC_GONE,
  /** The topic is closed and must be reopened first. */
  TOPIC_CLOSED,
  /** Things are already as we asked: a success. */
  NOT_MODIFIED,
  /** The chat has a new id. */
  MIGRATED,
  /** Rights, membership or forum mode are missing: only a person can help. */
  CHAT_UNUSABLE,
  /** The token is wrong, or the address is no Bot API. */
  TOKEN_WRONG,
  /** Somebody else reads the bot's updates. */
  CONFLICT,
  /** The message is not to be edited by us, or there is none. */
  MESSAGE_NOT_OURS,
  /** The content cannot be sent as it is. */
  CONTENT;

  private static final List<String> GONE =
      List.of(
          "message thread not found",
          "topic_deleted",
          "topic_id_invalid",
          "invalid forum topic identifier");
  private static final List<String> UNUSABLE =
      List.of(
          "not enough rights",
          "have no rights",
          "not a forum",
          "not a supergroup forum",
          "chat not found",
          "kicked",
          "not a member",
          "chat_admin_required",
          "channel_forum_missing",
          "chat_write_forbidden",
          "chat_restricted",
          "channel_private",
          "peer_id_invalid",
          "need administrator rights");
  private static final List<String> NOT_OURS =
      List.of(
          "message to edit not found",
          "message can't be edited",
          "message_id_invalid",
          "message_author_required");

  static Refusal of(int code, String description, long migrateTo) {
    String words = description.toLowerCase(Locale.ROOT);
    if (code == 429) {
      return FLOOD;
    }
    if (migrateTo != 0) {
      return MIGRATED;
    }
    if (code == 409) {
      return CONFLICT;
    }
    if (code == 404 && words.contains("method not found")) {
      return CONTENT; // a server that is older than rich messages
    }
    if (code == 401 || code == 404) {
      return TOKEN_WRONG;
    }
    return code == 403 || says(words, UNUSABLE) ? CHAT_UNUSABLE : ofBadRequest(words);
  }

  private static Refusal ofBadRequest(String words) {
    if (says(words, GONE)) {
      return TOPIC_GONE;
    }
    if (words.contains("topic_closed")) {
      return TOPIC_CLOSED;
    }
    if (words.contains("not_modified") || words.contains("is not modified")) {
      return NOT_MODIFIED;
    }
    return says(words, NOT_OURS) ? MESSAGE_NOT_OURS : CONTENT;
  }

  private static boolean says(String words, List<String> any) {
    return any.stream().anyMatch(words::contains);
  }
}
