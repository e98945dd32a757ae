package dev.hookline.redaction;

import java.util.Objects;

/**
 * A kind of secret that only this installation knows.
 *
 * @param kind what is shown in its place
 * @param pattern how it looks, in RE2 syntax; when it has a group, that is the secret
 */
public record CustomRule(String kind, String pattern) {

  public CustomRule {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(pattern, "pattern");
  }
}
