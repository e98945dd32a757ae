package dev.hookline.bus;

/** A program listens to something, until it is ended. */
interface Registration {

  /** Ends it. May be called more than once. */
  void end();
}
