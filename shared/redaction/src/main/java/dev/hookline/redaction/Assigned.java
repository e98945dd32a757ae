package dev.hookline.redaction;

import com.google.re2j.Pattern;

/**
 * A value that is assigned to a name such as {@code password} or {@code api_key}, in whatever
 * language: a secret, or code that only handles one ({@code password = request.password}), or
 * prose.
 */
final class Assigned {

  private static final Pattern WORDS = Pattern.compile("^[A-Za-z_][A-Za-z_.-]*[.:!?]?$");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "^[A-Za-z_][A-Za-z0-9_]{0,20}(?:(?:\\.|->|::|\\?\\.)[A-Za-z_][A-Za-z0-9_]{0,20})+$");
  private static final Pattern PROSE = Pattern.compile("\\s");
  private static final Pattern PATH =
      Pattern.compile(
          "^(?:[.~]{0,2}/[A-Za-z0-9_. -]{1,30}(?:/[A-Za-z0-9_. -]{1,40})+|(?:https?|file|arn):.*)$");
  private static final Pattern SET_AT_LINE_START =
      Pattern.compile(
          "^[ \\t]*(?:-[ ]|export[ ]|set[ ])?[\"']?[A-Za-z0-9_.-]*[\"']?(?:=|:[ \\t])$");

  private final String text;
  private final int name;
  private final int start;
  private final int end;
  private final String value;

  /**
   * @param name where the word that says that it is secret begins
   * @param start where the value begins
   * @param end behind the value
   */
  Assigned(String text, int name, int start, int end) {
    this.text = text;
    this.name = name;
    this.start = start;
    this.end = end;
    this.value = text.substring(start, end);
  }

  /**
   * Whether the value is a secret.
   *
   * @param made whether it was made by a machine, and not by a person as a password is
   */
  boolean isSecret(boolean made) {
    if (!Placeholders.isFilled(value)
        || !value.strip().equals(value)
        || PATH.matcher(value).find()) {
      return false;
    }
    boolean spaced = PROSE.matcher(value).find();
    if (made && (spaced || !Letters.mixed(value))) {
      return false;
    }
    if (isQuoted()) {
      return !spaced || Letters.mixed(value);
    }
    boolean code = isFollowedBy("([{") || REFERENCE.matcher(value).find();
    return !code && (!WORDS.matcher(value).find() || isSetting());
  }

  private boolean isQuoted() {
    char before = text.charAt(start - 1);
    return before == '"' || before == '\'';
  }

  private boolean isFollowedBy(String brackets) {
    return end < text.length() && brackets.indexOf(text.charAt(end)) >= 0;
  }

  /** Whether it stands where nothing but a value can: in a settings file, a URL, or an option. */
  private boolean isSetting() {
    int from = name;
    while (from > 0 && isPartOfName(text.charAt(from - 1))) {
      from--;
    }
    String left = text.substring(from, start);
    boolean direct = left.endsWith("=");
    boolean shouted = left.chars().noneMatch(Character::isLowerCase);
    boolean option = left.startsWith("--");
    boolean query = from > 0 && "?&".indexOf(text.charAt(from - 1)) >= 0;
    return shouted || (direct && (option || query)) || isLine(from);
  }

  private boolean isLine(int from) {
    boolean toEnd = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
    int line = from;
    while (line > 0 && from - line < 20 && text.charAt(line - 1) != '\n') {
      line--;
    }
    return toEnd && SET_AT_LINE_START.matcher(text.substring(line, start)).find();
  }

  private static boolean isPartOfName(char c) {
    return Letters.is(c) || c == '_' || c == '-';
  }
}
