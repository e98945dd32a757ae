package dev.hookline.session;

import dev.hookline.store.SessionTopic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a topic and the marker in it.
 *
 * <p>The marker tells our topics apart in the chat when Telegram's answer was lost, so it must be
 * unique there. It is derived from the whole session id and the attempt: ids of agents share
 * prefixes, so a prefix of the id would be none.
 *
 * @param marker 8 letters and digits
 * @param text the whole name, at most 128 UTF-16 units, ending with the marker
 */
record TopicName(String marker, String text) {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"; // Crockford's base 32
  private static final int MARKER_LENGTH = 8;
  // Telegram counts code points, the library UTF-16 units: two parts, two separators and the marker
  // stay below 128 of either.
  private static final int MAX_PART = 55;
  private static final String SEPARATOR = " · ";

  static TopicName of(SessionTopic topic, String attempt) {
    String marker = marker(topic.session().value() + "\n" + topic.generation() + "\n" + attempt);
    String text =
        Stream.of(subject(topic), clean(topic.host()), marker)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(SEPARATOR));
    return new TopicName(marker, text);
  }

  private static String subject(SessionTopic topic) {
    return Stream.of(topic.title(), lastElement(topic.project()), topic.agent())
        .map(TopicName::clean)
        .filter(part -> !part.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static String marker(String seed) {
    byte[] hash = sha256(seed);
    StringBuilder marker = new StringBuilder(MARKER_LENGTH);
    for (int i = 0; i < MARKER_LENGTH; i++) {
      marker.append(ALPHABET.charAt(hash[i] & 31));
    }
    return marker.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible); // every Java platform has it
    }
  }

  private static String lastElement(String path) {
    String trimmed = path.replaceAll("[/\\\\]+$", "");
    return trimmed.substring(Math.max(trimmed.lastIndexOf('/'), trimmed.lastIndexOf('\\')) + 1);
  }

  /** What Telegram would make of it: it folds white space and drops invisible characters. */
  private static String clean(String part) {
    String visible =
        part.replaceAll("[\\p{Cntrl}\\p{Z}]+", " ")
            .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}]", "")
            .strip();
    return visible.length() <= MAX_PART ? visible : cut(visible) + "…";
  }

  private static String cut(String text) {
    int end = MAX_PART - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }
}
