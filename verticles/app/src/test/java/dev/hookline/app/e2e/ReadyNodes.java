package dev.hookline.app.e2e;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Passes requests on to one node after the other, as a service does. Thread-safe. */
final class ReadyNodes implements Supplier<Http> {

  private final List<Http> nodes = new CopyOnWriteArrayList<>();
  private final AtomicInteger turn = new AtomicInteger();

  void add(Http node) {
    nodes.add(node);
  }

  void remove(Http node) {
    nodes.remove(node);
  }

  @Override
  public Http get() {
    Object[] all = nodes.toArray();
    return (Http) all[Math.floorMod(turn.getAndIncrement(), all.length)];
  }
}
