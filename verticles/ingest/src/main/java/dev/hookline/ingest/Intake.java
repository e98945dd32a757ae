package dev.hookline.ingest;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;

/**
 * Reads the body of one request, as far as it may be long. Never through a form decoder, whatever
 * content type a sender claims: curl claims a form when it is told nothing.
 */
final class Intake {

  private final int most;
  private final Promise<byte[]> whole = Promise.promise();

  private Buffer body = Buffer.buffer();

  private Intake(int most) {
    this.most = most;
  }

  /**
   * Reads the body. To be called before the request's handler returns.
   *
   * @return its bytes; fails with {@link ProblemException} when it will not be read, and otherwise
   *     when the sender goes away
   */
  static Future<byte[]> read(HttpServerRequest request, int most) {
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      return refuse(
          Problem.of(415, "Unsupported encoding", "send the body without Content-Encoding"));
    }
    if (declaredLength(request) > most) {
      return refuse(tooLarge(most));
    }
    Intake intake = new Intake(most);
    request.handler(intake::take);
    request.endHandler(ignored -> intake.end());
    request.exceptionHandler(intake.whole::tryFail);
    if ("100-continue".equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
      request.response().writeContinue();
    }
    return intake.whole.future();
  }

  private void take(Buffer chunk) {
    if (body == null) {
      return; // too large already: the rest is thrown away as it comes
    }
    if (body.length() + chunk.length() > most) {
      body = null;
      whole.tryFail(new ProblemException(tooLarge(most)));
    } else {
      body.appendBuffer(chunk);
    }
  }

  private void end() {
    if (body != null) {
      whole.tryComplete(body.getBytes());
    }
  }

  private static long declaredLength(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException huge) {
      return Long.MAX_VALUE;
    }
  }

  static Problem tooLarge(int most) {
    return Problem.of(413, "Too large", "a body may have " + most + " bytes: send less at once");
  }

  private static <T> Future<T> refuse(Problem problem) {
    return Future.failedFuture(new ProblemException(problem));
  }
}
