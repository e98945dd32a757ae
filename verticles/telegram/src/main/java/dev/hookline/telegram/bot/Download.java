package dev.hookline.telegram.bot;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/**
 * Reads one file, up to a size. What it fails with never says the file's address, which holds the
 * token. Not reusable; confined to the context that makes it.
 */
final class Download {

  private static final int OK = 200;

  private final Vertx vertx;
  private final HttpClient http;
  private final BotToken token;
  private final Promise<Buffer> whole = Promise.promise();
  private final Buffer content = Buffer.buffer();

  Download(Vertx vertx, HttpClient http, BotToken token) {
    this.vertx = vertx;
    this.http = http;
    this.token = token;
  }

  /**
   * Reads it.
   *
   * @param most how many bytes it may have
   */
  Future<Buffer> make(RequestOptions options, int most, long timeoutMillis) {
    long timer =
        vertx.setTimer(
            timeoutMillis, late -> whole.tryFail(new NotSentException("it took too long")));
    http.request(options)
        .compose(
            request -> {
              whole.future().onFailure(ignored -> request.reset());
              return request.send();
            })
        .onSuccess(response -> read(response, most))
        .onFailure(cause -> whole.tryFail(clean(cause)));
    return whole.future().onComplete(ignored -> vertx.cancelTimer(timer));
  }

  private void read(HttpClientResponse response, int most) {
    if (response.statusCode() != OK) {
      whole.tryFail(new NotSentException("Telegram says " + response.statusCode()));
      return;
    }
    response.exceptionHandler(cause -> whole.tryFail(clean(cause)));
    response.handler(
        chunk -> {
          if (content.length() + chunk.length() > most) {
            whole.tryFail(new NotSentException("it has more than " + most + " bytes"));
          } else {
            content.appendBuffer(chunk);
          }
        });
    response.endHandler(ignored -> whole.tryComplete(content));
  }

  private NotSentException clean(Throwable cause) {
    return new NotSentException(
        cause.getClass().getSimpleName() + ": " + token.hide(cause.getMessage()));
  }
}
