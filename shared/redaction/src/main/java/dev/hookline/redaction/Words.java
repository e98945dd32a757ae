package dev.hookline.redaction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/**
 * Finds all of many words in one pass through a text, in any case (Aho and Corasick, "Efficient
 * string matching", 1975): one step a character, however many words there are. Words are ASCII.
 * Immutable, thread-safe.
 */
final class Words {

  private static final int ASCII = 128;

  private final int[] next; // state and character to state
  private final int[][] ending; // the numbers of the words that end in a state

  /**
   * @param words in lower case
   */
  Words(List<String> words) {
    List<int[]> states = new ArrayList<>();
    List<List<Integer>> ends = new ArrayList<>();
    grow(words, states, ends);
    link(states, ends);
    next = states.stream().flatMapToInt(Arrays::stream).toArray();
    ending =
        ends.stream()
            .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
  }

  /** Tells of each place where a word ends, in the order of the text. */
  void find(String text, Sink sink) {
    int state = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      state = c < ASCII ? next[state * ASCII + c] : 0;
      for (int word : ending[state]) {
        sink.found(word, i + 1);
      }
    }
  }

  /** Gets the number of a word and where it ends. */
  interface Sink {
    void found(int word, int end);
  }

  private static void grow(List<String> words, List<int[]> states, List<List<Integer>> ends) {
    add(states, ends);
    for (int word = 0; word < words.size(); word++) {
      int state = 0;
      for (char c : words.get(word).toCharArray()) {
        if (states.get(state)[c] == 0) {
          states.get(state)[c] = add(states, ends);
        }
        state = states.get(state)[c];
      }
      ends.get(state).add(word);
    }
  }

  private static int add(List<int[]> states, List<List<Integer>> ends) {
    states.add(new int[ASCII]);
    ends.add(new ArrayList<>());
    return states.size() - 1;
  }

  // Breadth first: where a state leads nowhere, the longest shorter beginning of a word goes on.
  private static void link(List<int[]> states, List<List<Integer>> ends) {
    int[] shorter = new int[states.size()];
    Deque<Integer> waiting = new ArrayDeque<>(Collections.singleton(0));
    while (!waiting.isEmpty()) {
      int state = waiting.remove();
      int[] steps = states.get(state);
      ends.get(state).addAll(state == 0 ? List.of() : ends.get(shorter[state]));
      for (int c = 0; c < ASCII; c++) {
        int fallback = state == 0 ? 0 : states.get(shorter[state])[c];
        if (steps[c] == 0) {
          steps[c] = fallback;
        } else {
          shorter[steps[c]] = fallback;
          waiting.add(steps[c]);
        }
      }
      System.arraycopy(steps, 'a', steps, 'A', 26);
    }
  }
}
