package dev.hookline.telegram.render;

import java.util.List;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;

/**
 * A file with a caption.
 *
 * @param fileName its name
 * @param content its bytes; not to be changed by anyone who holds the part
 * @param caption plain text, at most 1024 code points; may be empty
 * @param captionEntities how to show the caption's parts; offsets in UTF-16 units
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and too large to copy
public record DocumentPart(
    String fileName,
    byte[] content,
    String caption,
    List<MessageEntity> captionEntities,
    boolean leavesOut)
    implements Part {

  public DocumentPart {
    Objects.requireNonNull(fileName, "fileName");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(caption, "caption");
    captionEntities = List.copyOf(captionEntities);
  }

  /** A file beside which nothing is left out. */
  public DocumentPart(
      String fileName, byte[] content, String caption, List<MessageEntity> captionEntities) {
    this(fileName, content, caption, captionEntities, false);
  }
}
