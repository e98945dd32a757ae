package dev.hookline.telegram.lane;

/** What a node does only while it serves the chat. Called on the lane's event loop. */
public interface Duty {

  /** The chat is ours from now on. Must not wait for other nodes. */
  void begin();

  /** The chat is not ours any more, or will not be in a moment. */
  void end();

  /** The chat was given back: those who stand by need not wait for the end of the lease. */
  void free();
}
