package dev.hookline.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a lock between nodes must do to be of use, whether there is one node or more. Each check
 * throws when the lock fails it.
 */
record LockContract(List<Vertx> nodes, List<Locks> locks) {

  static final Duration LIFETIME = Duration.ofSeconds(2);

  private static final Duration LONG = Duration.ofSeconds(40);
  private static final int OUTSTANDING = 4; // on each node
  private static final int SECTIONS = 50; // of each of these
  private static final int REQUESTS = 60; // more than a worker pool has threads

  /** Sections that read, think, and write one higher lose nothing. */
  void excludes_everybody_else() {
    AtomicInteger counter = new AtomicInteger();
    List<Future<Void>> all = new ArrayList<>();
    for (int node = 0; node < nodes.size(); node++) {
      for (int i = 0; i < OUTSTANDING; i++) {
        all.add(sections(node, node + "-" + i, SECTIONS, counter));
      }
    }

    Nodes.await(Future.all(all));

    assertThat(counter).hasValue(nodes.size() * OUTSTANDING * SECTIONS);
  }

  /** Who has it is not given it again, nor is anybody else on the same node. */
  void is_given_once() {
    assertThat(got(0, "given", "first", Duration.ZERO)).isTrue();
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(got(0, "given", "again " + i, Duration.ZERO)).as("request %d", i).isFalse();
    }
    Nodes.await(locks.get(0).release("given", "first"));
  }

  /** Who waits is given it as soon as it is free. */
  void passes_to_who_waits() {
    assertThat(got(0, "passed", "first", Duration.ZERO)).isTrue();
    Future<Boolean> waiting = locks.get(last()).acquire("passed", "second", Duration.ofHours(1));

    Nodes.await(locks.get(0).release("passed", "first"));

    assertThat(Nodes.await(waiting)).isTrue();
  }

  /** Waiting holds no thread that others need. */
  void starves_nobody() {
    assertThat(got(0, "held", "owner", Duration.ZERO)).isTrue();
    List<Future<Boolean>> waiting = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      waiting.add(locks.get(last()).acquire("held", "waiter " + i, Duration.ofSeconds(3)));
    }

    Nodes.await(nodes.get(last()).executeBlocking(() -> "work of somebody else", false));

    boolean allWaited = waiting.stream().noneMatch(Future::isComplete);
    Nodes.await(Future.all(waiting));
    assertThat(allWaited).isTrue();
    Nodes.await(locks.get(0).release("held", "owner"));
  }

  /** What an owner that is gone had is free after a while, and its late release frees nothing. */
  void survives_its_owner() {
    assertThat(got(0, "left", "gone", Duration.ZERO)).isTrue();
    assertThat(got(last(), "left", "next", LIFETIME.multipliedBy(2))).isTrue();

    Nodes.await(locks.get(0).release("left", "gone"));

    assertThat(got(0, "left", "third", Duration.ZERO)).isFalse();
  }

  private Future<Void> sections(int node, String who, int left, AtomicInteger counter) {
    if (left == 0) {
      return Future.succeededFuture();
    }
    String token = who + " " + left;
    return locks
        .get(node)
        .acquire("counted", token, LONG)
        .compose(got -> got ? section(node, counter) : Future.failedFuture(token + " got nothing"))
        .compose(done -> locks.get(node).release("counted", token))
        .compose(done -> sections(node, who, left - 1, counter));
  }

  private Future<Void> section(int node, AtomicInteger counter) {
    int read = counter.get();
    return nodes.get(node).timer(1).onSuccess(thought -> counter.set(read + 1));
  }

  private boolean got(int node, String name, String token, Duration patience) {
    return Nodes.await(locks.get(node).acquire(name, token, patience));
  }

  private int last() {
    return nodes.size() - 1;
  }
}
