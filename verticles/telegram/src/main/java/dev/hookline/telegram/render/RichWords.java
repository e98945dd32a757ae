package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.List;
import org.telegram.telegrambots.meta.api.objects.richtext.RichText;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextBold;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextCode;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextConcat;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextItalic;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextStrikethrough;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextUnderline;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextUrl;

/** The words of one block of a rich message: a text whose styles lie in one another. */
final class RichWords {

  private final String text;
  private final List<Span> spans;
  private int next; // of the spans
  private int deepest;

  RichWords(Rich rich) {
    this.text = rich.text().stripTrailing();
    this.spans =
        rich.spans().stream()
            .map(span -> span.within(0, text.length()))
            .filter(span -> !span.isEmpty())
            .toList();
  }

  boolean isEmpty() {
    return text.isBlank();
  }

  /** How long it is for Telegram's limits. */
  int characters() {
    return text.codePointCount(0, text.length());
  }

  /** What Telegram is told. */
  RichText tree() {
    next = 0;
    return between(0, text.length(), 0);
  }

  /** How many styles lie in one another where it is most; known when the tree is made. */
  int depth() {
    return deepest;
  }

  private RichText between(int from, int to, int depth) {
    deepest = Math.max(deepest, depth);
    List<RichText> pieces = new ArrayList<>();
    int at = from;
    while (next < spans.size() && spans.get(next).start() < to) {
      Span span = spans.get(next++);
      if (span.start() > at) {
        pieces.add(new PlainWords(text.substring(at, span.start())));
      }
      int end = Math.min(span.end(), to);
      pieces.add(styled(span, between(Math.max(at, span.start()), end, depth + 1)));
      at = end;
    }
    if (at < to || pieces.isEmpty()) {
      pieces.add(new PlainWords(text.substring(at, to)));
    }
    return pieces.size() == 1 ? pieces.get(0) : new RichTextConcat(pieces);
  }

  private static RichText styled(Span span, RichText words) {
    return switch (span.style()) {
      case BOLD -> new RichTextBold(words);
      case ITALIC -> new RichTextItalic(words);
      case UNDERLINE -> new RichTextUnderline(words);
      case STRUCK -> new RichTextStrikethrough(words);
      case CODE -> new RichTextCode(words);
      case LINK -> new RichTextUrl(words, span.detail());
      case PRE, CITATION, QUOTE -> words; // these are blocks
    };
  }
}
