package dev.hookline.messages;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names one agent session. Opaque: the agent chose it, nobody parses it.
 *
 * @param value 1 to 128 letters, digits, {@code . _ : -}
 */
public record SessionKey(String value) {

  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  public SessionKey {
    Objects.requireNonNull(value, "session");
    if (!ALLOWED.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a session id has 1 to 128 letters, digits or . _ : - characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
