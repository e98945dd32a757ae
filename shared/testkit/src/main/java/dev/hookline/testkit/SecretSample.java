package dev.hookline.testkit;

import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How a secret of a kind may look.
 *
 * @param kind the kind
 * @param template as {@code secrets.samples} explains it
 */
public record SecretSample(String kind, String template) {

  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final Pattern BLOCK = Pattern.compile("\\{(\\w+):(\\d+)\\}");
  private static final Pattern LAST_BLOCK =
      Pattern.compile("\\{(\\w+):(\\d+)\\}(?!.*\\{\\w+:\\d+\\})");
  private static final Map<String, String> ALPHABETS =
      Map.of(
          "an", UPPER + LOWER + DIGITS,
          "hex", "abcdef" + DIGITS,
          "low", LOWER + DIGITS,
          "up", UPPER + DIGITS,
          "dig", DIGITS,
          "b64", UPPER + LOWER + DIGITS + "+/",
          "url", UPPER + LOWER + DIGITS + "_-",
          "b32", UPPER + "234567",
          "bech", "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L");

  public SecretSample {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(template, "template");
  }

  /** Makes one up. */
  public Planted make(RandomGenerator random) {
    return planted(template, random);
  }

  /** Makes one up that is a character too short. */
  public Planted makeTooShort(RandomGenerator random) {
    String shorter =
        LAST_BLOCK
            .matcher(template)
            .replaceAll(block -> "{" + block.group(1) + ":" + (length(block) - 1) + "}");
    return planted(shorter, random);
  }

  private Planted planted(String how, RandomGenerator random) {
    String marked =
        BLOCK.matcher(how.replace("\\n", "\n")).replaceAll(block -> quoted(block, random));
    int from = marked.indexOf('⟨');
    int to = marked.indexOf('⟩');
    UnaryOperator<String> unmarked = text -> text.replace("⟨", "").replace("⟩", "");
    return new Planted(
        kind, unmarked.apply(marked), from < 0 ? marked : marked.substring(from + 1, to));
  }

  // A letter, then a digit, where the alphabet has both; what follows is random.
  private static String quoted(MatchResult block, RandomGenerator random) {
    String alphabet = ALPHABETS.get(block.group(1));
    StringBuilder made = new StringBuilder();
    for (int i = 0; i < length(block); i++) {
      String choice =
          switch (i) {
            case 0 -> alphabet.substring(0, Math.min(alphabet.length(), 5));
            case 1 -> alphabet.replaceAll("[^2-7]", "");
            default -> alphabet;
          };
      made.append(choice.charAt(random.nextInt(choice.length())));
    }
    return made.toString();
  }

  private static int length(MatchResult block) {
    return Integer.parseInt(block.group(2));
  }

  /**
   * A secret in its surroundings.
   *
   * @param kind what kind it is
   * @param text what a tool may print
   * @param secret the part of it that must not be seen
   */
  public record Planted(String kind, String text, String secret) {}
}
