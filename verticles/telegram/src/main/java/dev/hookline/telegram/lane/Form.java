package dev.hookline.telegram.lane;

import dev.hookline.store.OutboxEntry;
import dev.hookline.telegram.render.DocumentPart;
import dev.hookline.telegram.render.Part;
import dev.hookline.telegram.render.RichMessagePart;
import dev.hookline.telegram.render.TextPart;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * In which form a part is sent: each later one is plainer, for when Telegram refused the earlier.
 */
enum Form {
  /** As the renderer made it. */
  RENDERED,
  /** The same words without blocks; those of a message that has none, without any formatting. */
  PLAIN,
  /** The words as a file. */
  DOCUMENT,
  /** A note in its place that says what is missing. */
  PLACEHOLDER;

  private static final int REASON_LENGTH = 200;

  /** The part in this form. */
  Part of(Part rendered, OutboxEntry entry, String reason) {
    return switch (this) {
      case RENDERED -> rendered;
      case PLAIN -> plain(rendered);
      case DOCUMENT -> document(rendered, entry);
      case PLACEHOLDER -> placeholder(entry, reason);
    };
  }

  /** The form to try after this one was refused. */
  Form next(Part rendered, boolean tooLong) {
    return switch (this) {
      case RENDERED -> isPlain(rendered, tooLong) ? DOCUMENT : PLAIN;
      case PLAIN -> DOCUMENT;
      case DOCUMENT, PLACEHOLDER -> PLACEHOLDER;
    };
  }

  /** Whether the plain form would be refused too. */
  private static boolean isPlain(Part rendered, boolean tooLong) {
    if (rendered instanceof RichMessagePart) {
      return false;
    }
    return tooLong
        || (rendered instanceof TextPart text
            ? text.entities().isEmpty()
            : ((DocumentPart) rendered).captionEntities().isEmpty());
  }

  private static Part plain(Part rendered) {
    if (rendered instanceof RichMessagePart rich) {
      return rich.plainly();
    }
    if (rendered instanceof TextPart text) {
      return new TextPart(text.text(), List.of(), text.leavesOut());
    }
    DocumentPart document = (DocumentPart) rendered;
    return new DocumentPart(
        document.fileName(),
        document.content(),
        document.caption(),
        List.of(),
        document.leavesOut());
  }

  private static Part document(Part rendered, OutboxEntry entry) {
    if (rendered instanceof RichMessagePart rich) {
      return document(rich.plainly(), entry);
    }
    if (rendered instanceof DocumentPart document) {
      return new DocumentPart(
          document.fileName(), document.content(), "", List.of(), document.leavesOut());
    }
    byte[] words = ((TextPart) rendered).text().getBytes(StandardCharsets.UTF_8);
    return new DocumentPart(
        "event-" + number(entry) + ".txt", words, "", List.of(), rendered.leavesOut());
  }

  private static Part placeholder(OutboxEntry entry, String reason) {
    String why =
        reason.length() > REASON_LENGTH ? reason.substring(0, REASON_LENGTH) + "…" : reason;
    return new TextPart(
        "⚠ event #" + number(entry) + " could not be shown (" + why + ")", List.of());
  }

  private static long number(OutboxEntry entry) {
    return entry.firstSeq() > 0 ? entry.firstSeq() : entry.position();
  }
}
