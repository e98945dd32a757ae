package dev.hookline.telegram.bot;

import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** The request may have left, and no answer that means anything came back. */
final class OutcomeUnknownException extends TelegramApiException {

  OutcomeUnknownException(String message) {
    super(message);
  }
}
