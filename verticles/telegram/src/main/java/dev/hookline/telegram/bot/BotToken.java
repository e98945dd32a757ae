package dev.hookline.telegram.bot;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The bot's token: a secret. Its text form hides it, and {@link #hide} takes it out of other texts.
 *
 * @param value the token as BotFather gave it, for example {@code 123456:AbC…}
 */
public record BotToken(String value) {

  private static final Pattern SHAPE = Pattern.compile("[1-9][0-9]{0,18}:[A-Za-z0-9_-]{1,60}");
  private static final String HIDDEN = "<token>";

  public BotToken {
    Objects.requireNonNull(value, "value");
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "this is no bot token: write it as BotFather gave it, digits, a colon, then letters");
    }
  }

  /** The bot's own user id, which every token begins with. */
  public long botId() {
    return Long.parseLong(value.substring(0, value.indexOf(':')));
  }

  /** The text without the token, and without the token's secret half. */
  public String hide(String text) {
    String secret = value.substring(value.indexOf(':') + 1);
    return text == null ? "" : text.replace(value, HIDDEN).replace(secret, HIDDEN);
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
