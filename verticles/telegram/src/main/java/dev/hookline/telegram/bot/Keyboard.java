package dev.hookline.telegram.bot;

import java.util.List;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * The buttons under a message.
 *
 * @param rows from top to bottom, each from left to right; none for no buttons
 */
public record Keyboard(List<List<Key>> rows) {

  /** No buttons. */
  public static final Keyboard NONE = new Keyboard(List.of());

  /**
   * One button.
   *
   * @param label what is on it
   * @param data what comes back when it is pressed, at most 64 bytes
   */
  public record Key(String label, String data) {

    public Key {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(data, "data");
    }

    private InlineKeyboardButton button() {
      InlineKeyboardButton button = new InlineKeyboardButton(label);
      button.setCallbackData(data);
      return button;
    }
  }

  public Keyboard {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** As the library has it; null for no buttons, which also takes those away that were there. */
  InlineKeyboardMarkup markup() {
    return rows.isEmpty()
        ? null
        : new InlineKeyboardMarkup(
            rows.stream()
                .map(row -> new InlineKeyboardRow(row.stream().map(Key::button).toList()))
                .toList());
  }
}
