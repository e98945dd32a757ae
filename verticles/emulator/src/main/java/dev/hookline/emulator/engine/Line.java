package dev.hookline.emulator.engine;

/** The connection on which a request came, for the time of that request. */
public interface Line {

  /** How a connection ends. */
  enum Ending {
    /** In good order. */
    FIN,
    /** Torn off. */
    RST
  }

  /** Tells one connection from another. */
  long connection();

  /** Writes bytes as they are, in one go. */
  void write(byte[] bytes);

  /** The response is complete: the next request may come. */
  void finish();

  /** Ends the connection after what was written. */
  void end(Ending how);

  /** Is called once on the emulator's event loop if the other side goes away before the end. */
  void onGone(Runnable action);
}
