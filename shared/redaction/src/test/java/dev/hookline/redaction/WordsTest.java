package dev.hookline.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordsTest {

  private static final List<String> WORDS = List.of("a", "ab", "bab", "bc", "caa", "abab_", ":/a");

  @Test
  void finds_what_a_search_for_each_word_finds() {
    Random random = new Random(3);
    Words words = new Words(WORDS);
    for (int i = 0; i < 500; i++) {
      String text = text(random);
      List<String> found = new ArrayList<>();

      words.find(text, (word, end) -> found.add(WORDS.get(word) + "@" + end));

      assertThat(found).containsExactlyInAnyOrderElementsOf(oneByOne(text));
    }
  }

  private static List<String> oneByOne(String text) {
    List<String> found = new ArrayList<>();
    for (String word : WORDS) {
      for (int end = word.length(); end <= text.length(); end++) {
        if (text.substring(end - word.length(), end).equalsIgnoreCase(word)) {
          found.add(word + "@" + end);
        }
      }
    }
    return found;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("abcABC_:/ä".charAt(random.nextInt(10)));
    }
    return text.toString();
  }
}
