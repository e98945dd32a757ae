package dev.hookline.emulator.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A type of the Bot API, as its documentation writes it. */
sealed interface Type {

  /** A number, a text, a yes or no, or an object of that name. */
  record Named(String name) implements Type {}

  record ListOf(Type item) implements Type {}

  record OneOf(List<Type> types) implements Type {}

  /**
   * Reads, for example, {@code Array of InputMediaAudio, InputMediaDocument and InputMediaPhoto}.
   */
  static Type read(String words) {
    if (words.startsWith("Array of ")) {
      return new ListOf(read(words.substring("Array of ".length())));
    }
    String[] parts = Pattern.compile(" or |, | and ").split(words, -1);
    if (parts.length == 1) {
      return new Named(words);
    }
    List<Type> types = new ArrayList<>();
    for (String part : parts) {
      types.add(read(part));
    }
    return new OneOf(List.copyOf(types));
  }
}
