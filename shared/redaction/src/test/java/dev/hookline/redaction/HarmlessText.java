package dev.hookline.redaction;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;

/** Makes up what tools print and agents write when there is no secret in it. */
final class HarmlessText {

  private static final String WORDS =
      "the token count of this password field is shown when a secret key was pressed and the user "
          + "asks for api access in session skip task pattern path pattern risk mask disk re_read "
          + "ключ 密码 🔑 é authorization bearers cookie credential private public hash salt";
  private static final List<Function<Random, String>> PIECES =
      List.of(
          HarmlessText::words,
          HarmlessText::words,
          random -> new UUID(random.nextLong(), random.nextLong()).toString(),
          random -> "commit " + hex(random, 40),
          random -> "sha256:" + hex(random, 64),
          random ->
              "/home/me/src/" + hex(random, 8) + "/token/secret_" + hex(random, 4) + ".java:12",
          random -> "https://example.org:8443/" + hex(random, 12) + "?page=" + random.nextInt(99),
          random -> "me@example.org",
          random -> "int maxTokens = " + random.nextInt(100_000) + ";",
          random -> "String password = settings.password();",
          random -> "\"tokens\": " + random.nextInt() + ",",
          random -> "{\"key\":\"" + hex(random, 20) + "\",\"n\":[1,2]}",
          random -> "at dev.hookline.Token.read(Token.java:" + random.nextInt(999) + ")",
          random -> "2026-11-28T03:00:00.123Z level=INFO msg=\"secret rotated\"",
          random -> "C:\\new\\temp\\uploads\\x",
          random -> "100% of %d, %s, %2F",
          random -> "\u001b[32mok\u001b[0m",
          random -> "|---|---:|\n| a | b |",
          random -> "-".repeat(random.nextInt(80)));

  private HarmlessText() {}

  static String make(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(40);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())).apply(random));
      text.append(random.nextInt(4) == 0 ? '\n' : ' ');
    }
    return text.toString();
  }

  private static String words(Random random) {
    String[] words = WORDS.split(" ", -1);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(12); i++) {
      text.append(words[random.nextInt(words.length)]).append(' ');
    }
    return text.toString();
  }

  private static String hex(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(Character.forDigit(random.nextInt(16), 16));
    }
    return text.toString();
  }
}
