package dev.hookline.telegram.render;

import java.util.List;
import java.util.Objects;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlock;

/**
 * A rich message: blocks that Telegram lays out itself (Bot API 10.1, blocks since 10.2).
 *
 * @param blocks from top to bottom; not to be changed by anyone who holds the part
 * @param plainly the same without blocks, for a chat that takes none
 */
public record RichMessagePart(List<InputRichBlock> blocks, Part plainly) implements Part {

  public RichMessagePart {
    blocks = List.copyOf(blocks);
    Objects.requireNonNull(plainly, "plainly");
    if (plainly instanceof RichMessagePart) {
      throw new IllegalArgumentException("plainly: a rich message is none");
    }
  }

  @Override
  public boolean leavesOut() {
    return false; // what does not fit is no rich message
  }
}
