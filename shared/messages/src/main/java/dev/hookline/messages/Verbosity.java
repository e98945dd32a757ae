package dev.hookline.messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How much of a session its topic shows. The word for people is the name in lower case. */
public enum Verbosity {
  /** What a person must know or answer: answers, approvals, questions, errors, begin and end. */
  QUIET,
  /** All but what subagents do inside. */
  NORMAL,
  /** All of it. */
  EVERYTHING;

  /** The word for it, for example {@code quiet}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The words for all of them, the quietest first. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Verbosity::word).toList();
  }

  /** The one with this word, or empty when there is none. */
  public static Optional<Verbosity> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }
}
