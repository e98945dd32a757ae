package dev.hookline.redaction;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.hookline.config.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * Settings of redaction.
 *
 * @param rules kinds of secrets beside those that are known anyway
 */
public record RedactionOptions(List<CustomRule> rules) {

  /** Nothing but what is known anyway. */
  public static final RedactionOptions DEFAULTS = new RedactionOptions(List.of());

  private static final String KEY = "redaction.rules";
  private static final int MOST = 100;
  private static final int LONGEST_KIND = 40;
  private static final int LONGEST_PATTERN = 1_000;
  private static final String FORM =
      "write a name, an equals sign and a pattern, such as: Acme key = acme_[a-z0-9]{32}";

  public RedactionOptions {
    rules = List.copyOf(rules);
  }

  /** Reads {@code redaction.*}; what is wrong with them is noted there. */
  public static RedactionOptions from(Settings settings) {
    List<CustomRule> rules = new ArrayList<>();
    List<String> written = settings.texts(KEY);
    if (written.size() > MOST) {
      settings.problem(KEY, written.size() + " rules", "write at most " + MOST);
    }
    for (String rule : written) {
      String problem = problem(rule);
      if (problem.isEmpty()) {
        rules.add(new CustomRule(kind(rule), pattern(rule)));
      } else {
        settings.problem(KEY, rule, problem);
      }
    }
    return new RedactionOptions(rules);
  }

  private static String problem(String rule) {
    if (rule.indexOf('=') < 0 || kind(rule).isEmpty() || pattern(rule).isEmpty()) {
      return FORM;
    }
    if (kind(rule).length() > LONGEST_KIND
        || kind(rule).chars().anyMatch(c -> c == '[' || c == ']' || Character.isISOControl(c))) {
      return "write a name of at most " + LONGEST_KIND + " characters, without [ and ]";
    }
    if (pattern(rule).length() > LONGEST_PATTERN) {
      return "write a pattern of at most " + LONGEST_PATTERN + " characters";
    }
    return problemOfPattern(pattern(rule));
  }

  private static String problemOfPattern(String pattern) {
    try {
      Pattern compiled = Pattern.compile(pattern);
      boolean all =
          List.of("", "a", "0", " ", "-").stream().anyMatch(s -> compiled.matcher(s).find());
      return all
          ? "write a pattern that asks for more than one character: this finds every text"
          : "";
    } catch (PatternSyntaxException wrong) {
      return "write a pattern in RE2 syntax, which has no look-around and no back-references ("
          + wrong.getMessage()
          + ")";
    }
  }

  private static String kind(String rule) {
    return rule.substring(0, rule.indexOf('=')).strip();
  }

  private static String pattern(String rule) {
    return rule.substring(rule.indexOf('=') + 1).strip();
  }
}
