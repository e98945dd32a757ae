package dev.hookline.app;

import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes something when the process is told to end, or earlier when it is closed itself. */
public final class Lifetime implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Lifetime.class);

  private final AutoCloseable what;
  private final CountDownLatch over = new CountDownLatch(1);

  private Lifetime(AutoCloseable what) {
    this.what = what;
  }

  /** From now on, the process does not end before this is closed. */
  public static Lifetime of(AutoCloseable what) {
    Lifetime lifetime = new Lifetime(what);
    Runtime.getRuntime().addShutdownHook(new Thread(lifetime::close, "stop"));
    return lifetime;
  }

  /** Returns when it is closed. */
  public void await() throws InterruptedException {
    over.await();
  }

  // By the shutdown hook and by the command: the second waits for the first and does nothing.
  @Override
  public synchronized void close() {
    if (over.getCount() == 0) {
      return;
    }
    try {
      what.close();
    } catch (Exception failure) {
      LOGGER.atWarn().setCause(failure).log("not closed as it should be");
    }
    over.countDown();
  }
}
