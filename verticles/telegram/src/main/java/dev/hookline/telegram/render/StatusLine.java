package dev.hookline.telegram.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/** The line below a tool's start that says for how long it has been running. */
public final class StatusLine {

  private static final int LIMIT = 4096; // as on a sheet
  private static final int MOST_ENTITIES = 100;

  private StatusLine() {}

  /** The message with the line below it; empty when there is no room for it. */
  public static Optional<TextPart> below(TextPart shown, long minutes) {
    String line = "\n⏱ ";
    String words = "still running after " + minutes + " min";
    String text = shown.text() + line + words;
    if (text.length() > LIMIT || shown.entities().size() >= MOST_ENTITIES) {
      return Optional.empty();
    }
    List<MessageEntity> entities = new ArrayList<>(shown.entities());
    entities.add(new MessageEntity("italic", text.length() - words.length(), words.length()));
    return Optional.of(new TextPart(text, entities, shown.leavesOut()));
  }
}
