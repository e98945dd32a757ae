package dev.hookline.redaction;

import java.util.Objects;

/**
 * A secret of this node itself, which is taken out wherever it stands.
 *
 * @param kind what it is, in words
 * @param value never shown
 */
public record OwnSecret(String kind, String value) {

  /** A shorter one would be found in many harmless texts, and told by what is missing there. */
  public static final int SHORTEST = 8;

  public OwnSecret {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(value, "value");
  }

  /** Whether it is long enough to be looked for. */
  public boolean isLongEnough() {
    return value.length() >= SHORTEST;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "OwnSecret[" + kind + "]";
  }
}
