package dev.hookline.telegram.render;

import java.util.List;
import java.util.Optional;

/** What an agent answers, as one rich message. */
final class RichAnswer {

  private RichAnswer() {}

  /**
   * The message; empty when the answer looks no better in one, or does not fit.
   *
   * @param head what stands above it
   * @param source the answer, in Markdown
   * @param plainly what it looks like otherwise
   */
  static Optional<RichMessagePart> of(Rich head, String source, List<Part> plainly) {
    RichBlocks blocks = new RichBlocks(source).lines(head);
    Markdown.layOut(blocks, source);
    boolean gains = blocks.isStructured() || plainly.size() > 1;
    return gains && blocks.fits()
        ? Optional.of(new RichMessagePart(blocks.blocks(), inOne(source, plainly)))
        : Optional.empty();
  }

  private static Part inOne(String source, List<Part> plainly) {
    return plainly.size() == 1
        ? plainly.get(0)
        : new Attachment(TalkMessages.ANSWER, Clean.OUTPUT.of(source), "🤖 The answer").part();
  }
}
