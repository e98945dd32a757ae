package dev.hookline.telegram.bot;

import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The request never left this machine: it certainly had no effect. */
final class NotSentException extends TelegramApiException {

  NotSentException(String message) {
    super(message);
  }
}
