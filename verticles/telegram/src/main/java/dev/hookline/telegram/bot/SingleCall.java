package dev.hookline.telegram.bot;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import java.util.function.Supplier;

/**
 * One HTTP request, made once on a connection of its own. Knows whether it left: before the
 * connection stands nothing was written, afterwards everything may have been.
 *
 * <p>Fails with {@link NotSentException} or {@link OutcomeUnknownException} and with nothing else;
 * their messages never carry the request's address, which holds the token. Confined to one context;
 * not reusable.
 */
final class SingleCall {

  private final Vertx vertx;
  private final HttpClient http;
  private final BotToken token;
  private final Supplier<String> objection;
  private final Promise<Answer> promise = Promise.promise();

  private HttpClientRequest request;
  private long timer;

  /**
   * @param objection why nothing may be sent any more, or null; asked when the connection stands
   */
  SingleCall(Vertx vertx, HttpClient http, BotToken token, Supplier<String> objection) {
    this.vertx = vertx;
    this.http = http;
    this.token = token;
    this.objection = objection;
  }

  /** Makes the request on the given context. */
  Future<Answer> make(Context context, RequestOptions options, Buffer body, long timeoutMillis) {
    context.runOnContext(
        ignored -> {
          timer = vertx.setTimer(timeoutMillis, late -> expire(timeoutMillis));
          connect(options)
              .onSuccess(connected -> write(connected, body))
              .onFailure(cause -> end(new NotSentException("no connection: " + clean(cause))));
        });
    return promise.future();
  }

  private Future<HttpClientRequest> connect(RequestOptions options) {
    try {
      return http.request(options);
    } catch (RuntimeException refused) { // the client was closed, or the address makes no sense
      return Future.failedFuture(refused);
    }
  }

  private void write(HttpClientRequest connected, Buffer body) {
    if (promise.future().isComplete()) {
      connected.reset(); // too late: the caller was told that nothing was sent, so nothing may be
      return;
    }
    String no = objection.get(); // connecting took time, and the process may have stood still
    if (no != null) {
      end(new NotSentException(no));
      connected.reset();
      return;
    }
    request = connected;
    request.exceptionHandler(cause -> end(unknown(cause)));
    request
        .send(body)
        .compose(
            response ->
                response
                    .body()
                    .map(bytes -> new Answer(response.statusCode(), bytes.toString("UTF-8"))))
        .onSuccess(this::end)
        .onFailure(cause -> end(unknown(cause)));
  }

  private void expire(long timeoutMillis) {
    if (request == null) {
      end(new NotSentException("no connection within " + timeoutMillis + " ms"));
    } else {
      end(new OutcomeUnknownException("no answer within " + timeoutMillis + " ms"));
      request.reset(); // closes the connection, so that a late request dies with it
    }
  }

  private void end(Answer answer) {
    vertx.cancelTimer(timer);
    promise.tryComplete(answer);
  }

  private void end(Throwable cause) {
    vertx.cancelTimer(timer);
    promise.tryFail(cause);
  }

  private OutcomeUnknownException unknown(Throwable cause) {
    return new OutcomeUnknownException("the answer was lost: " + clean(cause));
  }

  // Never the cause itself: its message, or a cause of its own, may hold the request's address.
  private String clean(Throwable cause) {
    return cause.getClass().getSimpleName() + ": " + token.hide(cause.getMessage());
  }
}
