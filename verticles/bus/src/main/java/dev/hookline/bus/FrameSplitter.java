package dev.hookline.bus;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * Cuts what comes over TCP into messages: four bytes say how long the next one is, the highest
 * first. Holds at most one message, and no more than it may be long. Confined to one event loop.
 */
final class FrameSplitter implements Handler<Buffer> {

  private static final int LENGTH = Integer.BYTES;
  private static final int SHORTEST = 2; // {}

  private final IntSupplier longest;
  private final Consumer<Buffer> frames;
  private final Runnable junk;

  private Buffer rest = Buffer.buffer();
  private boolean over;

  /**
   * @param longest how long a message may be now, in bytes
   * @param frames gets each
   * @param junk called once, when what came is no message; then nothing more is read
   */
  FrameSplitter(IntSupplier longest, Consumer<Buffer> frames, Runnable junk) {
    this.longest = longest;
    this.frames = frames;
    this.junk = junk;
  }

  @Override
  public void handle(Buffer chunk) {
    if (over) {
      return;
    }
    rest.appendBuffer(chunk);
    int at = 0;
    while (!over && rest.length() - at >= LENGTH) {
      int length = rest.getInt(at);
      if (length < SHORTEST || length > longest.getAsInt()) {
        over = true;
        junk.run();
      } else if (rest.length() - at - LENGTH < length) {
        break;
      } else {
        int start = at + LENGTH;
        at = start + length;
        frames.accept(rest.getBuffer(start, at));
      }
    }
    rest = over ? Buffer.buffer() : at == 0 ? rest : rest.getBuffer(at, rest.length());
  }
}
