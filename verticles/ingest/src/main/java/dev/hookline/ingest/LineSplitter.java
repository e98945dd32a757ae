package dev.hookline.ingest;

import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes into lines. Works on bytes, so that it does not matter where the stream is
 * cut on its way; a line that is too long is left out whole. Confined to its connection's event
 * loop.
 */
final class LineSplitter {

  private static final byte END = '\n';

  private final int longest;
  private final Consumer<byte[]> lines;
  private final Runnable tooLong;

  private Buffer begun = Buffer.buffer();
  private boolean leavingOut;

  /**
   * @param longest bytes in a line
   * @param lines takes each line, without its end
   * @param tooLong is told of each line that is left out
   */
  LineSplitter(int longest, Consumer<byte[]> lines, Runnable tooLong) {
    this.longest = longest;
    this.lines = lines;
    this.tooLong = tooLong;
  }

  /** The next bytes of the stream. */
  void feed(Buffer bytes) {
    int start = 0;
    for (int i = 0; i < bytes.length(); i++) {
      if (bytes.getByte(i) == END) {
        add(bytes.slice(start, i));
        end();
        start = i + 1;
      }
    }
    add(bytes.slice(start, bytes.length()));
  }

  /** The stream is over; a last line needs no end of its own. */
  void end() {
    if (leavingOut) {
      leavingOut = false;
    } else if (begun.length() > 0) {
      lines.accept(begun.getBytes());
    }
    begun = Buffer.buffer();
  }

  private void add(Buffer part) {
    if (leavingOut) {
      return;
    }
    if (begun.length() + part.length() > longest) {
      leavingOut = true;
      begun = Buffer.buffer();
      tooLong.run();
    } else {
      begun.appendBuffer(part);
    }
  }
}
