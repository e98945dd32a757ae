package dev.hookline.telegram.render;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.FencedCodeBlock;

/**
 * What stands behind the fence at which a block of code begins.
 *
 * @param language its first word, if that can be a language; else empty
 * @param rest what is left of it
 */
record Fence(String language, String rest) {

  private static final Pattern LANGUAGE = Pattern.compile("([\\w+#.-]{1,30})(?:\\s+(.*))?");

  static Fence of(FencedCodeBlock code) {
    String info = code.getInfo() == null ? "" : code.getInfo();
    Matcher words = LANGUAGE.matcher(info);
    if (code.getLiteral().isBlank() || !words.matches()) {
      return new Fence("", info);
    }
    return new Fence(words.group(1), words.group(2) == null ? "" : words.group(2));
  }
}
