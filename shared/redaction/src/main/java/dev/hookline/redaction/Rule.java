package dev.hookline.redaction;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/**
 * How to recognise one kind of secret; {@code secrets.rules} explains the parts. Immutable, but for
 * the pattern, which is compiled when it is first needed: most never are. Thread-safe.
 */
final class Rule {

  private static final String EDGE = "\\b";

  private final String kind;
  private final List<String> words;
  private final Limits limits;
  private final Set<Check> checks;
  private final boolean atEdge;
  private final String pattern;

  private volatile Pattern compiled;

  /**
   * @param words where one of these is the pattern is tried; none: everywhere
   */
  Rule(String kind, List<String> words, Limits limits, Set<Check> checks, String pattern) {
    this.kind = kind;
    this.words = List.copyOf(words);
    this.limits = limits;
    this.checks = Set.copyOf(checks);
    boolean anchored = !words.isEmpty() && limits.before() == 0;
    this.atEdge = anchored && pattern.startsWith(EDGE);
    this.pattern = atEdge ? pattern.substring(EDGE.length()) : pattern;
  }

  /** A rule that is tried everywhere, and believed. */
  static Rule everywhere(String kind, String pattern) {
    return new Rule(kind, List.of(), new Limits(0, 0, 0), Set.of(), pattern);
  }

  String kind() {
    return kind;
  }

  List<String> words() {
    return words;
  }

  Limits limits() {
    return limits;
  }

  boolean asksFor(Check check) {
    return checks.contains(check);
  }

  /** Whether it is the name of the place, and not its look, that says that it is secret. */
  boolean byName() {
    return asksFor(Check.PASSWORD) || asksFor(Check.SECRET);
  }

  /** Whether the pattern must not begin inside a word. */
  boolean atEdge() {
    return atEdge;
  }

  Pattern pattern() {
    Pattern known = compiled;
    if (known == null) {
      known = Pattern.compile(pattern);
      compiled = known;
    }
    return known;
  }

  /**
   * How far the pattern sees.
   *
   * @param before characters before the word
   * @param after characters behind the word's first
   * @param entropy the fewest bits a character
   */
  record Limits(int before, int after, double entropy) {

    static final Limits USUAL = new Limits(0, 256, 2);
  }

  /** What else must hold for what the pattern found. */
  enum Check {
    ASSIGNED,
    DIGIT,
    FILLED,
    PASSWORD,
    SECRET
  }
}
