package dev.hookline.emulator.world;

import java.util.Map;

/**
 * A button below a message.
 *
 * @param more what it does: {@code callback_data}, {@code url}, {@code copy_text}, and how it looks
 */
public record Button(String text, Map<String, Object> more) {

  public static final String CALLBACK_DATA = "callback_data";

  public Button {
    more = Ordered.copy(more);
  }

  /** What the bot is told when it is pressed; null when it is none of that kind. */
  public String callbackData() {
    return more.get(CALLBACK_DATA) instanceof String data ? data : null;
  }
}
