package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What there is to say about a tool's structured answer in few words. */
final class Notes {

  private static final long KIBIBYTE = 1_024;

  private Notes() {}

  /** Whether it is a subagent that works on, so that the call told all there is to tell. */
  static boolean goesOn(Facts response) {
    return response.text("status").endsWith("_launched") && response.has("agentId");
  }

  /** How it ended and how much it found; empty when it does not say. */
  static String of(Facts response) {
    List<String> notes = new ArrayList<>();
    if (exit(response) > 0) {
      notes.add("exit " + exit(response));
    }
    flag(notes, response, "interrupted", "interrupted");
    flag(notes, response, "isImage", "an image");
    boolean areLines = "content".equals(response.text("mode"));
    number(notes, response, areLines ? "numLines" : "numFiles", areLines ? "line" : "file");
    number(notes, response, "totalToolUseCount", "tool call");
    number(notes, response, "totalTokens", "token");
    if (goesOn(response)) {
      notes.add("goes on in the background");
    }
    if (response.number("code") > 0) {
      notes.add((response.number("code") + " " + response.text("codeText")).strip());
    }
    if (response.number("bytes") >= 0) {
      notes.add(size(response.number("bytes")));
    }
    flag(notes, response, "truncated", "cut short");
    return String.join(" · ", notes);
  }

  /** The code with which a command ended; -1 when nobody said. */
  static long exit(Facts response) {
    Facts more = response.in("metadata");
    return List.of(response, more).stream()
        .flatMap(facts -> List.of("exitCode", "exit_code", "exit").stream().map(facts::number))
        .filter(code -> code >= 0)
        .findFirst()
        .orElse(-1L);
  }

  private static void flag(List<String> notes, Facts response, String key, String words) {
    if (response.flag(key)) {
      notes.add(words);
    }
  }

  private static void number(List<String> notes, Facts response, String key, String one) {
    if (response.number(key) >= 0) {
      notes.add(Words.count(response.number(key), one));
    }
  }

  private static String size(long bytes) {
    return bytes < KIBIBYTE
        ? Words.count(bytes, "byte")
        : String.format(Locale.ROOT, "%,d KB", bytes / KIBIBYTE);
  }
}
