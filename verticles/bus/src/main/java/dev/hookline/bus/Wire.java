package dev.hookline.bus;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;

/** A connection to a program, whatever it is made of. */
interface Wire {

  /**
   * Sends a message.
   *
   * @param json its JSON
   * @return completes when the network has taken it
   */
  Future<Void> write(Buffer json);

  /** Takes nothing more in until {@link #resume}. */
  void pause();

  /** Goes on after {@link #pause}. */
  void resume();

  /** Ends the connection, after what was written. */
  void close();
}
