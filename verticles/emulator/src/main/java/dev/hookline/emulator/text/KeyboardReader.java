package dev.hookline.emulator.text;

import dev.hookline.emulator.call.Refusal;
import dev.hookline.emulator.world.Button;
import dev.hookline.emulator.world.Ordered;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads InlineKeyboardMarkup objects. Other markups are shown to users and leave no trace. */
public final class KeyboardReader {

  private static final int MOST_BUTTONS = 100;
  private static final int MOST_DATA_BYTES = 64;
  private static final List<String> LOOKS = List.of("style", "icon_custom_emoji_id");
  private static final List<String> DEEDS =
      List.of(Button.CALLBACK_DATA, "url", "copy_text", "switch_inline_query", "web_app", "pay");

  private KeyboardReader() {}

  public static List<List<Button>> read(JsonObject markup) throws Refusal {
    List<List<Button>> rows = new ArrayList<>();
    if (!(markup.getValue("inline_keyboard", new JsonArray()) instanceof JsonArray keyboard)) {
      throw Refusal.bad(
          "can't parse inline keyboard button: Field \"inline_keyboard\" must be of type Array");
    }
    for (Object row : keyboard) {
      if (!(row instanceof JsonArray buttons)) {
        throw Refusal.bad("can't parse inline keyboard button: expected an Array of Array");
      }
      List<Button> read = new ArrayList<>();
      for (Object button : buttons) {
        read.add(button(button));
      }
      if (!read.isEmpty()) {
        rows.add(List.copyOf(read));
      }
    }
    return rows;
  }

  /** What Telegram's servers check of a keyboard. */
  public static void check(List<List<Button>> keyboard) throws Refusal {
    if (keyboard.stream().mapToInt(List::size).sum() > MOST_BUTTONS) {
      throw Refusal.bad("reply markup is too long");
    }
    for (List<Button> row : keyboard) {
      for (Button button : row) {
        String data = button.callbackData();
        int bytes = data == null ? 1 : data.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < 1 || bytes > MOST_DATA_BYTES) {
          throw Refusal.bad("BUTTON_DATA_INVALID");
        }
      }
    }
  }

  private static Button button(Object value) throws Refusal {
    if (!(value instanceof JsonObject json)) {
      throw Refusal.bad(
          "can't parse inline keyboard button: InlineKeyboardButton must be an Object");
    }
    if (!(json.getValue("text") instanceof String text)) {
      throw Refusal.bad("can't parse inline keyboard button: Can't find field \"text\"");
    }
    Map<String, Object> more = new LinkedHashMap<>();
    for (String name : LOOKS) {
      put(json, name, more);
    }
    int looks = more.size();
    for (String name : DEEDS) {
      put(json, name, more);
    }
    if (more.size() == looks) {
      throw Refusal.bad(
          "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard");
    }
    return new Button(text, more);
  }

  private static void put(JsonObject json, String name, Map<String, Object> into) {
    Object value = json.getValue(name);
    if (value != null) {
      into.put(name, value instanceof JsonObject object ? Ordered.copy(object.getMap()) : value);
    }
  }
}
