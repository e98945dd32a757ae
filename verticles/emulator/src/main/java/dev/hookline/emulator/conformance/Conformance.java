package dev.hookline.emulator.conformance;

import dev.hookline.emulator.CallRecord;
import dev.hookline.emulator.CallRecord.Verdict;
import dev.hookline.emulator.conformance.BotApiSchema.Slot;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds where a recorded call, or its answer, is not as the Bot API's description has it. */
public final class Conformance {

  private static final Type UPDATE = Type.read("Update");
  private static final Type RICH_TEXT = Type.read("RichText");
  private static final Type PARAMETERS = Type.read("ResponseParameters");

  private final BotApiSchema schema;

  public Conformance(BotApiSchema schema) {
    this.schema = schema;
  }

  /** What is wrong with a call: its arguments, and what it was or would have been answered. */
  public List<String> problems(CallRecord call) {
    List<String> found = new ArrayList<>();
    if (call.verdict() == Verdict.WEBHOOK) {
      JsonObject update = new JsonObject();
      call.args().forEach((name, value) -> update.put(name, Json.decodeValue(value)));
      check("update", UPDATE, update, found);
    } else {
      request(call, found);
      if (call.response() != null) {
        response(call, found);
      }
    }
    String head = "call " + call.seq() + " " + call.method() + ": ";
    return found.stream().map(problem -> head + problem).toList();
  }

  /** What is wrong with all of these. */
  public List<String> problems(List<CallRecord> calls) {
    return calls.stream().flatMap(call -> problems(call).stream()).toList();
  }

  /** The parameters of a method, by the description; empty when it has no such method. */
  public Set<String> parametersOf(String method) {
    return schema.parameters(method).map(Map::keySet).orElse(Set.of());
  }

  private void request(CallRecord call, List<String> found) {
    Map<String, Slot> parameters = schema.parameters(call.method()).orElse(null);
    if (parameters == null) {
      found.add("there is no such method");
      return;
    }
    Set<String> files = Set.copyOf(call.files().stream().map(CallRecord.File::field).toList());
    call.args()
        .forEach(
            (name, value) -> {
              Slot slot = parameters.get(name);
              if (slot != null) {
                check(name, slot.type(), decoded(slot.type(), value), found);
              } else if (!name.equals("method")) {
                found.add("there is no parameter " + name);
              }
            });
    parameters.forEach(
        (name, slot) -> {
          if (slot.required() && !call.args().containsKey(name) && !files.contains(name)) {
            found.add("the parameter " + name + " is missing");
          }
        });
  }

  // Arguments travel as texts. What cannot be read as its type stays one, and is found to be wrong.
  private Object decoded(Type type, String value) {
    if (type instanceof Type.OneOf some) {
      return some.types().stream()
          .map(one -> decoded(one, value))
          .filter(read -> !(read instanceof String))
          .findFirst()
          .orElse(value);
    }
    boolean text =
        type instanceof Type.Named named && Set.of("String", "InputFile").contains(named.name());
    if (text) {
      return value;
    }
    try {
      return Json.decodeValue(value);
    } catch (DecodeException unreadable) {
      return value;
    }
  }

  private void response(CallRecord call, List<String> found) {
    JsonObject response = call.response();
    if (Boolean.TRUE.equals(response.getValue("ok"))) {
      schema
          .resultOf(call.method())
          .ifPresentOrElse(
              type -> check("result", type, response.getValue("result"), found),
              () -> found.add("the description does not tell what it returns"));
      return;
    }
    check("error_code", Type.read("Integer"), response.getValue("error_code"), found);
    check("description", Type.read("String"), response.getValue("description"), found);
    if (response.containsKey("parameters")) {
      check("parameters", PARAMETERS, response.getValue("parameters"), found);
    }
  }

  private void check(String path, Type type, Object value, List<String> found) {
    if (type instanceof Type.ListOf list) {
      checkList(path, list, value, found);
    } else if (type instanceof Type.OneOf some) {
      checkAny(path, some.types(), value, found);
    } else if (type instanceof Type.Named named) {
      checkNamed(path, named.name(), value, found);
    }
  }

  private void checkList(String path, Type.ListOf list, Object value, List<String> found) {
    if (!(value instanceof JsonArray array)) {
      found.add(path + " is no list");
      return;
    }
    for (int i = 0; i < array.size(); i++) {
      check(path + "[" + i + "]", list.item(), array.getValue(i), found);
    }
  }

  // When none fits, what is told is what the nearest one lacks.
  private void checkAny(String path, List<Type> types, Object value, List<String> found) {
    List<String> nearest = null;
    for (Type type : types) {
      List<String> missed = new ArrayList<>();
      check(path, type, value, missed);
      if (nearest == null || missed.size() < nearest.size()) {
        nearest = missed;
      }
    }
    found.addAll(nearest == null ? List.of() : nearest);
  }

  private void checkNamed(String path, String type, Object value, List<String> found) {
    boolean fits =
        switch (type) {
          case "Integer" -> value instanceof Integer || value instanceof Long;
          case "Float" -> value instanceof Number;
          case "String" -> value instanceof String;
          case "Boolean" -> value instanceof Boolean;
          case "True" -> Boolean.TRUE.equals(value);
          case "RichText" -> fitsRichText(path, value, found);
          case "InputFile" -> value instanceof String text && text.startsWith("attach://");
          default -> {
            checkObject(path, type, value, found);
            yield true;
          }
        };
    if (!fits) {
      String given = String.valueOf(value);
      String shown = given.substring(0, Math.min(40, given.length()));
      found.add(path + " is " + shown + ", and no " + type.toLowerCase(Locale.ROOT));
    }
  }

  // That it may be a text, or a list of its kind, is said in the prose only.
  private boolean fitsRichText(String path, Object value, List<String> found) {
    if (value instanceof JsonArray) {
      checkList(path, new Type.ListOf(RICH_TEXT), value, found);
    } else if (!(value instanceof String)) {
      checkObject(path, "RichText", value, found);
    }
    return true;
  }

  private void checkObject(String path, String type, Object value, List<String> found) {
    List<String> variants = schema.variantsOf(type);
    if (!variants.isEmpty()) {
      checkAny(path, variants.stream().map(Type::read).toList(), value, found);
      return;
    }
    if (!(value instanceof JsonObject object)) {
      found.add(path + " is no " + type);
      return;
    }
    Map<String, Slot> fields = schema.fields(type).orElse(Map.of());
    for (String name : object.fieldNames()) {
      Slot slot = fields.get(name);
      if (slot == null) {
        found.add(path + "." + name + " is no field of " + type);
      } else {
        check(path + "." + name, slot.type(), object.getValue(name), found);
      }
    }
    fields.forEach(
        (name, slot) -> {
          if (slot.required() && !object.containsKey(name)) {
            found.add(path + "." + name + " is missing");
          }
        });
  }
}
