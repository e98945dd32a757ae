package dev.hookline.messages.trace;

/** Follows nothing. */
final class NoTraces implements Traces {

  static final Traces OFF = new NoTraces();

  private NoTraces() {}

  @Override
  public boolean on() {
    return false;
  }

  @Override
  public void over(Stage stage) {
    // nobody wants to know
  }

  @Override
  public long exported() {
    return 0;
  }

  @Override
  public long dropped() {
    return 0;
  }

  @Override
  public void close() {
    // nothing waits
  }
}
