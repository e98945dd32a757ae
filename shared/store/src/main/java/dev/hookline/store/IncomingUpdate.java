package dev.hookline.store;

import java.util.Objects;

/**
 * An update from Telegram, as it is kept.
 *
 * @param updateId Telegram's number of it
 * @param chat the chat it is about; 0 when none
 * @param messageId the new message it brings; 0 when none
 * @param thread the topic of that message; 0 when none
 * @param body the update as JSON
 */
public record IncomingUpdate(long updateId, long chat, long messageId, long thread, String body) {

  public IncomingUpdate {
    Objects.requireNonNull(body, "body");
  }
}
