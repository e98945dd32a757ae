package dev.hookline.telegram.bot;

import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Reads the body of an answer.
 *
 * @param <T> what it brings
 */
@FunctionalInterface
interface AnswerReader<T> {

  /**
   * The body's result.
   *
   * @throws TelegramApiRequestException with an error code when the body is a refusal, without one
   *     when it makes no sense
   */
  T read(String body) throws TelegramApiRequestException;

  /**
   * The answer's result, if it is one to believe. A server error proves nothing, even when it is
   * well-formed: the request may have had its effect before it.
   */
  default T readAnswer(Answer answer) throws TelegramApiException {
    if (answer.status() >= 500 || (answer.status() >= 300 && answer.status() < 400)) {
      throw new OutcomeUnknownException("HTTP " + answer.status());
    }
    T value = readBody(answer);
    if (value == null || answer.status() >= 400) {
      throw new OutcomeUnknownException("HTTP " + answer.status() + " with a body of no sense");
    }
    return value;
  }

  private T readBody(Answer answer) throws TelegramApiException {
    try {
      return read(answer.body());
    } catch (TelegramApiRequestException refused) {
      Integer code = refused.getErrorCode();
      if (code == null || code < 400 || code >= 500) {
        throw new OutcomeUnknownException("HTTP " + answer.status() + " with a body of no sense");
      }
      throw refused;
    } catch (RuntimeException unreadable) {
      throw new OutcomeUnknownException("HTTP " + answer.status() + " with a body of no sense");
    }
  }
}
