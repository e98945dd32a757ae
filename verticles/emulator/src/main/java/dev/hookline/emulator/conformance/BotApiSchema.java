package dev.hookline.emulator.conformance;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The description of the Bot API in the format of aiogram's {@code schema.json}: groups of entries,
 * each a method with its parameters or a type with its fields. What a method returns, and which
 * types a type stands for, is said in the description's prose only.
 */
public final class BotApiSchema {

  /** The environment variable that names the file. */
  public static final String VARIABLE = "BOT_API_SCHEMA";

  private static final Pattern LIST = Pattern.compile("Array of (\\w+)");
  private static final Pattern WORD = Pattern.compile("\\b([A-Z]\\w+)\\b");
  private static final Pattern SENTENCE = Pattern.compile("(?<=\\.)\\s");
  private static final Pattern VARIANT = Pattern.compile("(?m)^ - (\\w+)\\s*$");

  /** A parameter of a method, or a field of a type. */
  record Slot(Type type, boolean required) {}

  private final Map<String, Map<String, Slot>> types = new HashMap<>();
  private final Map<String, List<String>> variants = new HashMap<>();
  private final Map<String, Map<String, Slot>> methods = new HashMap<>();
  private final Map<String, Type> results = new HashMap<>();

  private BotApiSchema(JsonObject json) {
    List<JsonObject> entries =
        json.getJsonArray("items").stream()
            .flatMap(group -> objects(((JsonObject) group).getJsonArray("children")).stream())
            .toList();
    for (JsonObject entry : entries) {
      boolean method = "methods".equals(entry.getString("category"));
      (method ? methods : types).put(entry.getString("name"), slots(entry));
      if (!method) {
        variants.put(entry.getString("name"), variants(entry.getString("description")));
      }
    }
    for (JsonObject entry : entries) {
      if (methods.containsKey(entry.getString("name"))) {
        readResult(entry.getString("description"))
            .ifPresent(type -> results.put(entry.getString("name"), type));
      }
    }
  }

  /**
   * Reads a description.
   *
   * @throws IOException when the file cannot be read
   */
  public static BotApiSchema load(Path file) throws IOException {
    return new BotApiSchema(new JsonObject(Files.readString(file)));
  }

  /** The parameters of a method; empty when there is no such method. */
  Optional<Map<String, Slot>> parameters(String method) {
    return Optional.ofNullable(methods.get(method));
  }

  /** What a method returns; empty when the prose does not tell. */
  Optional<Type> resultOf(String method) {
    return Optional.ofNullable(results.get(method));
  }

  /** The fields of a type; empty when there is no such type. */
  Optional<Map<String, Slot>> fields(String type) {
    return Optional.ofNullable(types.get(type));
  }

  /** The types that a type stands for; empty for those that stand for themselves. */
  List<String> variantsOf(String type) {
    return variants.getOrDefault(type, List.of());
  }

  private static Map<String, Slot> slots(JsonObject entry) {
    Map<String, Slot> slots = new LinkedHashMap<>();
    for (JsonObject one : objects(entry.getJsonArray("annotations"))) {
      Type type = Type.read(one.getString("type"));
      slots.put(one.getString("name"), new Slot(type, one.getBoolean("required")));
    }
    return slots;
  }

  private static List<String> variants(String description) {
    List<String> found = new ArrayList<>();
    Matcher line = VARIANT.matcher(description);
    while (line.find()) {
      found.add(line.group(1));
    }
    return found;
  }

  // "On success, the edited Message is returned, otherwise True is returned."
  private Optional<Type> readResult(String description) {
    List<Type> found = new ArrayList<>();
    for (String sentence : SENTENCE.split(description, -1)) {
      if (!sentence.contains("eturn")) {
        continue;
      }
      String rest = sentence;
      Matcher list = LIST.matcher(sentence);
      if (list.find()) {
        found.add(new Type.ListOf(new Type.Named(list.group(1))));
        rest = list.replaceAll("");
      }
      Matcher word = WORD.matcher(rest);
      while (word.find()) {
        if (isResult(word.group(1))) {
          found.add(new Type.Named(word.group(1)));
        }
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new Type.OneOf(List.copyOf(found)));
  }

  private boolean isResult(String word) {
    return word.equals("True") || word.equals("Integer") || types.containsKey(word);
  }

  private static List<JsonObject> objects(JsonArray array) {
    return array.stream().map(JsonObject.class::cast).toList();
  }
}
