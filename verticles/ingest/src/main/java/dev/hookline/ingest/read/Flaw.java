package dev.hookline.ingest.read;

import java.util.Objects;

/**
 * What is wrong with an input.
 *
 * @param field path of the field, for example {@code metadata.piece}; empty when it is the whole
 * @param value what was found, shortened; empty when nothing was, or when it is not for every eye
 * @param fix what to send instead
 */
public record Flaw(String field, String value, String fix) {

  private static final int SHOWN = 40;

  public Flaw {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(fix, "fix");
    value = value.length() <= SHOWN ? value : shortened(value);
  }

  /** The flaw of an input as a whole, such as one that is no JSON. */
  public static Flaw whole(String fix) {
    return new Flaw("", "", fix);
  }

  /** The flaw of a field that has to be there. */
  public static Flaw missing(String field, String fix) {
    return new Flaw(field, "", fix);
  }

  /** The flaw in one sentence. */
  public String detail() {
    if (field.isEmpty()) {
      return fix;
    }
    return field + (value.isEmpty() ? " is missing: " : " is " + value + ": ") + fix;
  }

  /** The same, without what was found. */
  public String detailForLogs() {
    return field.isEmpty() ? fix : field + ": " + fix;
  }

  private static String shortened(String value) {
    int end = Character.isHighSurrogate(value.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return value.substring(0, end) + "…";
  }
}
