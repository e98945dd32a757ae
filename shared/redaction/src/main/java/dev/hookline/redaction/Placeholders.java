package dev.hookline.redaction;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/** Tells what stands in a secret's place from a secret. */
final class Placeholders {

  private static final int LONGEST = 200; // of one that a person wrote
  private static final Set<String> WORDS =
      Set.of(
          "null",
          "none",
          "nil",
          "undefined",
          "true",
          "false",
          "required",
          "optional",
          "string",
          "number",
          "boolean",
          "bytes",
          "unknown",
          "object",
          "text",
          "varchar",
          "empty",
          "hidden",
          "default",
          "secretstr",
          "option",
          "self",
          "this",
          "invalid",
          "missing",
          "expired",
          "incorrect",
          "wrong",
          "disabled",
          "enabled",
          "pass",
          "fail",
          "failed",
          "user");
  private static final Pattern STANDS_FOR =
      Pattern.compile(
          "(?i)^[$%#@]?[{(<\\[]|^\\$[a-z_]|^%[a-z%]|\\$\\{|\\{\\{|\\$\\(|^[<*.…•-]|redacted|xxxx|\\*\\*\\*|"
              + "example|change.?me|placeholder|^your[_-]|^my[_-]|dummy|process\\.env|environ|getenv");
  private static final Pattern NAMES_ITSELF =
      Pattern.compile(
          "(?i)^[a-z_. -]*(?:passw|passphrase|pwd|secret|token|key|credential|auth)[a-z_. -]*[:!?]?$");

  private Placeholders() {}

  /** Whether it could be a secret, and is not what one writes in a secret's place. */
  static boolean isFilled(String value) {
    return value.length() > LONGEST
        || !(WORDS.contains(value.toLowerCase(Locale.ROOT))
            || STANDS_FOR.matcher(value).find()
            || NAMES_ITSELF.matcher(value).find());
  }
}
