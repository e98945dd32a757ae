package dev.hookline.config;

import java.util.Objects;

/**
 * Something wrong with a setting.
 *
 * @param key the setting's full path, for example {@code ingest.port}, and the variable or property
 *     that it was read from
 * @param value what was found; never a secret
 * @param fix what to write instead
 */
public record Problem(String key, String value, String fix) {

  public Problem {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(fix, "fix");
  }

  @Override
  public String toString() {
    return key + " is " + (value.isEmpty() ? "not set" : "\"" + value + "\"") + ": " + fix;
  }
}
