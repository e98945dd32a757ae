package dev.hookline.telegram.render;

import java.util.List;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * A text message.
 *
 * @param text plain text, at most 4096 code points
 * @param entities how to show its parts; offsets in UTF-16 units
 */
public record TextPart(String text, List<MessageEntity> entities, boolean leavesOut)
    implements Part {

  public TextPart {
    Objects.requireNonNull(text, "text");
    entities = List.copyOf(entities);
  }

  /** A message that leaves nothing out. */
  public TextPart(String text, List<MessageEntity> entities) {
    this(text, entities, false);
  }
}
