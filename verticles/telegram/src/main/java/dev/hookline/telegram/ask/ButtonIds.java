package dev.hookline.telegram.ask;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Makes up ids that nobody can guess: 128 bits each. Thread-safe. */
public final class ButtonIds implements Supplier<String> {

  /** Characters in an id. */
  static final int LENGTH = 22;

  private static final int BYTES = 16;

  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    byte[] id = new byte[BYTES];
    random.nextBytes(id);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
  }
}
