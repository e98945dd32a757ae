package dev.hookline.telegram.render;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Makes answers in Markdown that is often half open, full of characters that are hard to cut. Their
 * words are numbered, so that one can tell whether any was lost or moved.
 */
final class Answers {

  /** A character of eleven UTF-16 units. */
  static final String FAMILY = "👨‍👩‍👧‍👦";

  private static final Pattern WORD = Pattern.compile("w(\\d+)w");

  private static final List<String> ATOMS =
      List.of(
          " ",
          " ",
          " ",
          " ",
          "\n",
          "\n",
          "\n\n",
          ". ",
          "  \n",
          "\t",
          "*",
          "**",
          "***",
          "_",
          "__",
          "~~",
          "`",
          "\\",
          "!",
          "&amp;",
          "&",
          "<",
          ">",
          "\n```\n",
          "\n```java\n",
          "\n~~~\n",
          "x```",
          "\n    ",
          "\n# ",
          "\n### ",
          "\n> ",
          "\n> > ",
          "\n- ",
          "\n  - ",
          "\n1. ",
          "\n   * ",
          "\n- [ ] ",
          "\n- [x] ",
          "\n---\n",
          "\n===\n",
          "[",
          "](",
          ")",
          "](https://example.com/)",
          "](javascript:x)",
          "![",
          "]",
          " \"",
          "\"",
          "|",
          " | ",
          "<b>",
          "</b>",
          "<br>",
          "<!-- ",
          " -->",
          "<https://example.com/>",
          FAMILY,
          "😀",
          "🇩🇪",
          "é́́",
          "مرحبا ",
          "שלום ",
          "漢字",
          "\u202e",
          "\u2066",
          "\u200f",
          "1️⃣",
          "x".repeat(120),
          "\u001b[1m",
          "\r\n");

  private final Random random;

  Answers(long seed) {
    this.random = new Random(seed);
  }

  /** An answer of a few words up to several messages. */
  String next() {
    int words = random.nextInt(40) == 0 ? random.nextInt(2_500) : random.nextInt(40);
    StringBuilder answer = new StringBuilder();
    for (int word = 0; word <= words; word++) {
      answer.append('w').append(word).append('w');
      for (int atoms = random.nextInt(4); atoms > 0; atoms--) {
        answer.append(ATOMS.get(random.nextInt(ATOMS.size())));
      }
    }
    return answer.toString();
  }

  /** The numbers of the words in a text, in its order. */
  static List<Integer> words(String text) {
    return WORD.matcher(text).results().map(found -> Integer.valueOf(found.group(1))).toList();
  }

  /** How many families there are in a text. */
  static long families(String text) {
    return IntStream.iterate(
            text.indexOf(FAMILY), at -> at >= 0, at -> text.indexOf(FAMILY, at + 1))
        .count();
  }
}
