package dev.hookline.redaction;

import dev.hookline.redaction.Rule.Check;
import dev.hookline.redaction.Rule.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads {@code secrets.rules}, which says itself how it is written. */
final class RuleFile {

  private static final String NAME = "secrets.rules";
  private static final String COLUMN = "\\s*\\|\\s*"; // the pattern, which is last, may hold more

  private RuleFile() {}

  /** The rules in their order. */
  static List<Rule> read() {
    try (InputStream in = RuleFile.class.getResourceAsStream(NAME)) {
      return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static List<Rule> parse(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(RuleFile::rule)
        .toList();
  }

  private static Rule rule(String line) {
    String[] columns = line.strip().split(COLUMN, 3);
    if (columns.length < 3) {
      throw new IllegalArgumentException("write kind | words | pattern: " + line);
    }
    List<String> words = new ArrayList<>();
    Set<Check> checks = EnumSet.noneOf(Check.class);
    Limits limits = Limits.USUAL;
    for (String word : columns[1].split(" +", -1)) {
      if (!word.startsWith("@")) {
        words.add(word);
      } else if (word.indexOf(':') > 0) {
        limits = limit(limits, word);
      } else {
        checks.add(Check.valueOf(word.substring(1).toUpperCase(Locale.ROOT)));
      }
    }
    return new Rule(columns[0], words, limits, checks, columns[2]);
  }

  private static Limits limit(Limits limits, String option) {
    int colon = option.indexOf(':');
    String value = option.substring(colon + 1);
    return switch (option.substring(1, colon)) {
      case "before" -> new Limits(Integer.parseInt(value), limits.after(), limits.entropy());
      case "after" -> new Limits(limits.before(), Integer.parseInt(value), limits.entropy());
      case "entropy" -> new Limits(limits.before(), limits.after(), Double.parseDouble(value));
      default -> throw new IllegalArgumentException("there is no such option: " + option);
    };
  }
}
