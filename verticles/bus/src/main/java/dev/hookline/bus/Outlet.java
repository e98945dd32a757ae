package dev.hookline.bus;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;

/**
 * What is on its way to a program: never more than so much, and not for ever. Confined to one event
 * loop.
 */
final class Outlet {

  private static final int FRAMES = 16; // of the greatest length

  private final Wire wire;
  private final long most;

  private long pending;
  private boolean moved;
  private int still;
  private boolean closed;

  /**
   * @param maxFrame how long one message may be, in bytes
   */
  Outlet(Wire wire, int maxFrame) {
    this.wire = wire;
    this.most = (long) maxFrame * FRAMES;
  }

  /** Sends a message; closes when the program has left too many of them. */
  Future<Void> send(JsonObject message) {
    if (closed) {
      return Future.failedFuture("closed");
    }
    Buffer json = message.toBuffer();
    pending += json.length();
    if (pending > most) {
      close();
      return Future.failedFuture("the program takes nothing");
    }
    return wire.write(json).onComplete(taken -> taken(json.length()));
  }

  /** Time passes; answers for how long nothing of what waits has been taken, in ticks. */
  int tick() {
    still = pending == 0 || moved ? 0 : still + 1;
    moved = false;
    return still;
  }

  boolean isClosed() {
    return closed;
  }

  /** Ends the connection, after what was sent. */
  void close() {
    if (!closed) {
      closed = true;
      wire.close();
    }
  }

  private void taken(int bytes) {
    pending -= bytes;
    moved = true;
  }
}
