package dev.hookline.emulator.fault;

import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.engine.Behaviour;
import dev.hookline.emulator.engine.Exchange;
import dev.hookline.emulator.engine.Line.Ending;
import dev.hookline.emulator.engine.Response;
import dev.hookline.emulator.world.Bytes;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;

/** What goes wrong between the caller and the effect of a call. */
final class WireFaults {

  private WireFaults() {}

  static Behaviour latency(Parameters parameters) {
    long millis = parameters.number("millis", 1000);
    if (parameters.word("when", "before", "after").equals("before")) {
      return before((exchange, go) -> exchange.later(millis, go));
    }
    return after(
        (exchange, reply) -> exchange.later(millis, () -> exchange.caller().answer(reply)));
  }

  static Behaviour status(Parameters parameters) {
    int code = parameters.number("code", 500);
    int seconds = parameters.number("retry_after", 0);
    String body = parameters.word("body", "json", "html", "none");
    String words = parameters.text("description", description(code, seconds));
    Map<String, Object> more = seconds > 0 ? Map.of("retry_after", (long) seconds) : Map.of();
    Reply reply = Reply.error(code, words, more);
    return before(
        (exchange, go) -> {
          if (body.equals("json")) {
            exchange.caller().answer(reply);
          } else {
            exchange.caller().answerInstead(response(code, body));
          }
        });
  }

  static Behaviour dropBeforeCommit(Parameters parameters) {
    Ending how = ending(parameters.word("how", "rst", "fin"));
    return before((exchange, go) -> exchange.caller().hangUp(how));
  }

  static Behaviour commitThenDrop(Parameters parameters) {
    String how = parameters.word("how", "rst", "fin", "half", "truncated", "empty");
    return after((exchange, reply) -> drop(exchange, Response.of(reply), how));
  }

  private static void drop(Exchange exchange, Response response, String how) {
    int head = response.head().length;
    int all = response.bytes().length;
    switch (how) {
      case "half" -> exchange.caller().answerPart(response, 0, all / 2);
      case "truncated" -> {
        // Whole for HTTP, and half for JSON.
        Bytes cut = Bytes.of(response.body().copy(0, (all - head) / 2));
        exchange
            .caller()
            .answerInstead(new Response(response.status(), response.contentType(), Map.of(), cut));
      }
      case "empty" -> exchange.caller().answerInstead(Response.empty(200));
      default -> exchange.caller().hangUp(ending(how));
    }
  }

  static Behaviour commitThenHang(Parameters parameters) {
    int millis = parameters.number("millis", 0);
    return after((exchange, reply) -> hang(exchange, millis));
  }

  static Behaviour hang(Parameters parameters) {
    int millis = parameters.number("millis", 0);
    return before((exchange, go) -> hang(exchange, millis));
  }

  private static void hang(Exchange exchange, int millis) {
    exchange.caller().leaveWaiting();
    if (millis > 0) {
      exchange.later(millis, () -> exchange.caller().hangUp(Ending.FIN));
    }
  }

  static Behaviour commitThen5xx(Parameters parameters) {
    int code = parameters.number("code", 502);
    String body = parameters.word("body", "html", "json", "none");
    Response json = Response.of(Reply.error(code, description(code, 0)));
    Response response = body.equals("json") ? json : response(code, body);
    return after((exchange, reply) -> exchange.caller().answerInstead(response));
  }

  static Behaviour lateCommit(Parameters parameters) {
    int millis = parameters.number("millis", 5000);
    String how = parameters.word("how", "rst", "fin", "none");
    return new Behaviour() {
      @Override
      public void before(Exchange exchange, Runnable go) {
        if (how.equals("none")) {
          exchange.caller().leaveWaiting();
        } else {
          exchange.caller().hangUp(ending(how));
        }
        exchange.later(millis, go);
      }

      @Override
      public void after(Exchange exchange, Reply reply) {} // nobody is there to hear it
    };
  }

  static Behaviour slowBody(Parameters parameters) {
    int bytesPerSecond = Math.max(1, parameters.number("bytes_per_second", 10));
    return after(
        (exchange, reply) -> exchange.caller().answerSlowly(Response.of(reply), bytesPerSecond));
  }

  static Behaviour duplicateRequest(Parameters parameters) {
    return before((exchange, go) -> exchange.run(ignored -> go.run()));
  }

  private static Behaviour before(BiConsumer<Exchange, Runnable> action) {
    return new Behaviour() {
      @Override
      public void before(Exchange exchange, Runnable go) {
        action.accept(exchange, go);
      }
    };
  }

  private static Behaviour after(BiConsumer<Exchange, Reply> action) {
    return new Behaviour() {
      @Override
      public void after(Exchange exchange, Reply reply) {
        action.accept(exchange, reply);
      }
    };
  }

  private static Response response(int code, String body) {
    return body.equals("html") ? Response.html(code) : Response.empty(code);
  }

  private static Ending ending(String how) {
    return Ending.valueOf(how.toUpperCase(Locale.ROOT));
  }

  private static String description(int code, int seconds) {
    return switch (code) {
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden: bot was blocked by the user";
      case 409 -> "Conflict: terminated by other getUpdates request";
      case 429 -> seconds > 0 ? "Too Many Requests: retry after " + seconds : "Too Many Requests";
      case 500 -> "Internal Server Error: restart";
      case 502 -> "Bad Gateway";
      case 503 -> "Service Unavailable";
      default -> "Bad Request: injected by a fault";
    };
  }
}
