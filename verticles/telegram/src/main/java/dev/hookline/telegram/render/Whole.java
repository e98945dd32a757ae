package dev.hookline.telegram.render;

import dev.hookline.store.OutboxEntry;
import java.util.List;
import java.util.stream.Collectors;

/** What a message shows, and what it had no room for, as a file. */
final class Whole {

  private static final String APART = "\n\n";
  private static final String NOTHING =
      "ℹ️ Somebody wanted to see the whole of a message that is not in the store any more.";
  private static final int FIRST_LINE = 80;

  private Whole() {}

  /**
   * The file; words instead when there is nothing to put into one.
   *
   * @param shown what the message shows
   */
  static Part of(List<OutboxEntry> shown) {
    String text = shown.stream().map(Whole::text).collect(Collectors.joining(APART));
    if (text.isBlank()) {
      return new TextPart(NOTHING, List.of());
    }
    String caption =
        "The whole of: " + Words.brief(text.lines().findFirst().orElse(""), FIRST_LINE);
    String name = "event-" + shown.get(0).firstSeq() + "-whole.txt";
    return new Attachment(name, text, caption).part();
  }

  private static String text(OutboxEntry entry) {
    Rich rich = Rich.whole();
    Renderer.draw(entry, rich);
    return rich.text().strip();
  }
}
