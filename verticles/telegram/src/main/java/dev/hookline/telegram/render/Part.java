package dev.hookline.telegram.render;

/** One message's worth of an entry. */
public sealed interface Part permits TextPart, DocumentPart, RichMessagePart {

  /** Whether the entry's messages leave out some of it; said by the last of them. */
  boolean leavesOut();
}
