package dev.hookline.emulator.text;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.world.Entity;
import dev.hookline.emulator.world.Ordered;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads MessageEntity objects. */
public final class EntityReader {

  private static final Set<String> PLAIN =
      Set.of(
          "bold",
          "italic",
          "underline",
          "strikethrough",
          "spoiler",
          "blockquote",
          "expandable_blockquote",
          "code");

  // Found by Telegram itself: a bot that marks them is heard, and not believed.
  private static final Set<String> FOUND =
      Set.of("mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number");

  private EntityReader() {}

  public static List<Entity> read(JsonArray entities) throws Refusal {
    List<Entity> all = new ArrayList<>();
    for (Object one : entities) {
      if (!(one instanceof JsonObject json)) {
        throw Refusal.bad("can't parse MessageEntity: expected an Object");
      }
      String type = type(json);
      if (!FOUND.contains(type)) {
        all.add(new Entity(type, number(json, "offset"), number(json, "length"), more(type, json)));
      }
    }
    return all;
  }

  /** Whether entities cross where Telegram would have to put them right. */
  public static boolean cross(List<Entity> entities) {
    List<Entity> sorted = new ArrayList<>(entities);
    sorted.sort(
        java.util.Comparator.comparingInt(Entity::offset)
            .thenComparing(java.util.Comparator.comparingInt(Entity::length).reversed()));
    return Overlaps.any(sorted);
  }

  private static String type(JsonObject json) throws Refusal {
    if (json.getValue("type") instanceof String type) {
      return type;
    }
    throw Refusal.bad("can't parse MessageEntity: Field \"type\" must be of type String");
  }

  private static int number(JsonObject json, String field) throws Refusal {
    if (json.getValue(field) instanceof Number number) {
      return number.intValue();
    }
    throw Refusal.bad("can't parse MessageEntity: Field \"" + field + "\" must be of type Number");
  }

  private static Map<String, Object> more(String type, JsonObject json) throws Refusal {
    Map<String, Object> more = new LinkedHashMap<>();
    switch (type) {
      case "pre" -> keep(json, "language", more);
      case "text_link" -> need(type, json, "url", more);
      case "custom_emoji" -> need(type, json, "custom_emoji_id", more);
      case "text_mention" -> more.put("user", user(json));
      case "date_time" -> {
        more.put("unix_time", number(json, "unix_time"));
        keep(json, "date_time_format", more);
      }
      default -> {
        if (!PLAIN.contains(type)) {
          throw Refusal.bad("can't parse MessageEntity: Unsupported type specified");
        }
      }
    }
    return more;
  }

  private static void keep(JsonObject json, String field, Map<String, Object> into) {
    if (json.getValue(field) instanceof String text && !text.isEmpty()) {
      into.put(field, text);
    }
  }

  private static void need(String type, JsonObject json, String field, Map<String, Object> into)
      throws Refusal {
    keep(json, field, into);
    if (!into.containsKey(field)) {
      throw Refusal.bad("can't parse MessageEntity: " + type + " has no " + field);
    }
  }

  private static Map<String, Object> user(JsonObject json) throws Refusal {
    if (json.getValue("user") instanceof JsonObject user) {
      return Ordered.copy(user.getMap());
    }
    throw Refusal.bad("can't parse MessageEntity: text_mention has no user");
  }
}
