package dev.hookline.redaction;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** All rules, and at which word which of them is tried. Immutable, thread-safe. */
final class Catalogue {

  private final List<Rule> rules;
  private final int[] everywhere;
  private final Words words;
  private final int[] ruleOfWord;
  private final int[] lengthOfWord;

  /**
   * @param rules the more important first
   */
  Catalogue(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    List<String> all = new ArrayList<>();
    List<Integer> owners = new ArrayList<>();
    for (int rule = 0; rule < rules.size(); rule++) {
      for (String word : rules.get(rule).words()) {
        all.add(word);
        owners.add(rule);
      }
    }
    words = new Words(all);
    ruleOfWord = owners.stream().mapToInt(Integer::intValue).toArray();
    lengthOfWord = all.stream().mapToInt(String::length).toArray();
    everywhere =
        IntStream.range(0, rules.size()).filter(i -> rules.get(i).words().isEmpty()).toArray();
  }

  int size() {
    return rules.size();
  }

  Rule rule(int number) {
    return rules.get(number);
  }

  /** The rules that have no words. */
  int[] everywhere() {
    return everywhere;
  }

  /** Tells of each rule that is to be tried, and where the word is that asks for it. */
  void suggest(String text, Suggestion suggestion) {
    words.find(text, (word, end) -> suggestion.tryRule(ruleOfWord[word], end - lengthOfWord[word]));
  }

  /** Whether the name of a place may say that what stands there is secret. */
  boolean isTelling(String name) {
    boolean[] telling = new boolean[1];
    suggest(name, (rule, start) -> telling[0] |= rules.get(rule).byName());
    return telling[0];
  }

  /** Gets the number of a rule and where its word begins. */
  interface Suggestion {
    void tryRule(int rule, int start);
  }
}
