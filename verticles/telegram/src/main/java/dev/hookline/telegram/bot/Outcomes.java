package dev.hookline.telegram.bot;

import io.vertx.core.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;

/**
 * Tells refusals, what was never sent, and what nobody knows apart. The token is in none of them.
 */
final class Outcomes {

  private static final long UNSAID_WAIT_MILLIS = 30_000;
  private static final Pattern RETRY_AFTER = Pattern.compile("retry after (\\d{1,9})");

  private final BotToken token;

  Outcomes(BotToken token) {
    this.token = token;
  }

  /** What comes of a call; never fails. */
  <T> Future<CallOutcome<T>> of(Future<T> call) {
    return call.<CallOutcome<T>>map(CallOutcome.Done::new)
        .recover(cause -> Future.succeededFuture(outcome(cause)));
  }

  private <T> CallOutcome<T> outcome(Throwable cause) {
    if (cause instanceof TelegramApiRequestException refused) {
      return refused(refused);
    }
    if (cause instanceof TelegramApiValidationException invalid) {
      return new CallOutcome.Refused<>(400, token.hide(invalid.getMessage()), 0, 0);
    }
    return cause instanceof NotSentException
        ? new CallOutcome.NotSent<>(token.hide(cause.getMessage()))
        : new CallOutcome.Unknown<>(token.hide(cause.getMessage()));
  }

  private <T> CallOutcome<T> refused(TelegramApiRequestException refused) {
    String description = token.hide(refused.getApiResponse());
    ResponseParameters more = refused.getParameters();
    Long moved = more == null ? null : more.getMigrateToChatId();
    Integer seconds = more == null ? null : more.getRetryAfter();
    long waitMillis =
        seconds != null ? seconds * 1000L : waitMillis(refused.getErrorCode(), description);
    return new CallOutcome.Refused<>(
        refused.getErrorCode(), description, waitMillis, moved == null ? 0 : moved);
  }

  private static long waitMillis(int code, String description) {
    if (code != 429) {
      return 0;
    }
    Matcher words = RETRY_AFTER.matcher(description);
    return words.find() ? Long.parseLong(words.group(1)) * 1000 : UNSAID_WAIT_MILLIS;
  }
}
