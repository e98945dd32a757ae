package dev.hookline.emulator.fault;

import dev.hookline.emulator.call.Reply;
import dev.hookline.emulator.engine.Behaviour;
import dev.hookline.emulator.engine.Exchange;
import dev.hookline.emulator.engine.Response;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Answers that are not what the documentation says. */
final class AnswerFaults {

  private AnswerFaults() {}

  static Behaviour unknownFields(Parameters parameters) {
    return changing(AnswerFaults::withUnknownFields);
  }

  static Behaviour wrongTypes(Parameters parameters) {
    return changing(AnswerFaults::withWrongTypes);
  }

  private static Behaviour changing(UnaryOperator<Object> change) {
    return new Behaviour() {
      @Override
      public void after(Exchange exchange, Reply reply) {
        JsonObject body = new JsonObject(reply.body()).copy();
        body.put("result", change.apply(reply.body().get("result")));
        exchange.caller().answerInstead(Response.of(new Reply(reply.status(), body.getMap())));
      }
    };
  }

  private static Object withUnknownFields(Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> more = new LinkedHashMap<>();
      object.forEach((name, field) -> more.put((String) name, withUnknownFields(field)));
      more.put("field_of_tomorrow", Map.of("nobody_knows", List.of(1, 2)));
      return more;
    }
    return value instanceof List<?> list
        ? list.stream().map(AnswerFaults::withUnknownFields).toList()
        : value;
  }

  private static Object withWrongTypes(Object value) {
    if (value instanceof Map<?, ?> object) {
      Map<String, Object> wrong = new LinkedHashMap<>();
      object.forEach((name, field) -> wrong.put((String) name, withWrongTypes(field)));
      return wrong;
    }
    if (value instanceof List<?> list) {
      return list.stream().map(AnswerFaults::withWrongTypes).toList();
    }
    return value instanceof Number ? String.valueOf(value) : value;
  }
}
