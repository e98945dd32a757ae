package dev.hookline.lab.stage;

import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.process.NodeProcess;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Carries out a plan: begins and ends its faults, and starts nodes again that end without being
 * asked, as a service manager does.
 */
public final class Nemesis implements AutoCloseable {

  private static final long LOOK_MILLIS = 500;

  private final Stage stage;
  private final Clock clock;
  private final Consumer<String> diary;
  // One thread for nodes and network, one for the database, whose restart takes seconds.
  private final ScheduledExecutorService nodes = Executors.newSingleThreadScheduledExecutor();
  private final ScheduledExecutorService store = Executors.newSingleThreadScheduledExecutor();
  private final List<Fault> parted = new ArrayList<>();
  private final Set<Integer> down = new HashSet<>();
  private final List<Deed> deeds = new ArrayList<>();
  private final AtomicInteger endedByThemselves = new AtomicInteger();

  /**
   * Something that was done.
   *
   * @param began in milliseconds of the epoch, as {@code ended}
   */
  public record Deed(Fault fault, long began, long ended) {}

  /**
   * Has done nothing yet.
   *
   * @param diary is told what is done, one line each
   */
  public Nemesis(Stage stage, Clock clock, Consumer<String> diary) {
    this.stage = stage;
    this.clock = clock;
    this.diary = diary;
  }

  /** Begins now; the plan's times count from here. */
  public void begin(List<Fault> plan) {
    nodes.scheduleWithFixedDelay(
        () -> told(this::raiseTheDead), LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    plan.forEach(this::plan);
  }

  /** What was done so far. */
  public List<Deed> deeds() {
    synchronized (deeds) {
      return List.copyOf(deeds);
    }
  }

  /** How many nodes ended without being asked. */
  public int endedByThemselves() {
    return endedByThemselves.get();
  }

  @Override
  public void close() {
    nodes.shutdownNow();
    store.shutdownNow();
  }

  private void plan(Fault fault) {
    ScheduledExecutorService thread = isOfStore(fault) ? store : nodes;
    thread.schedule(() -> told(() -> begin(fault)), fault.at(), TimeUnit.MILLISECONDS);
  }

  private void begin(Fault fault) {
    diary.accept(fault.label());
    long began = clock.millis();
    strike(fault);
    (isOfStore(fault) ? store : nodes)
        .schedule(() -> told(() -> end(fault, began)), fault.millis(), TimeUnit.MILLISECONDS);
  }

  private void end(Fault fault, long began) {
    relent(fault);
    diary.accept("end of " + fault.label());
    synchronized (deeds) {
      deeds.add(new Deed(fault, began, clock.millis()));
    }
  }

  private void strike(Fault fault) {
    switch (fault.kind()) {
      case KILL -> leave(fault).kill();
      case STOP -> leave(fault).stop();
      case FREEZE -> stage.node(fault.node()).freeze();
      case CLOCK -> stage.node(fault.node()).setClockWrong(Duration.ofMillis(fault.clockError()));
      case CRASH_STORE -> stage.postgres().crash();
      case PART_NODES, PART_STORE, PART_TELEGRAM, PART_ALL -> {
        parted.add(fault);
        stage.part(parted);
      }
    }
  }

  private void relent(Fault fault) {
    switch (fault.kind()) {
      case KILL, STOP -> {
        down.remove(fault.node());
        stage.node(fault.node()).start();
      }
      case FREEZE -> stage.node(fault.node()).thaw();
      case CLOCK -> stage.node(fault.node()).setClockWrong(Duration.ZERO);
      case CRASH_STORE -> stage.postgres().restart();
      case PART_NODES, PART_STORE, PART_TELEGRAM, PART_ALL -> {
        parted.remove(fault);
        stage.part(parted);
      }
    }
  }

  private NodeProcess leave(Fault fault) {
    down.add(fault.node());
    return stage.node(fault.node());
  }

  private void raiseTheDead() {
    for (int number = 1; number <= stage.nodes().size(); number++) {
      NodeProcess node = stage.node(number);
      if (!down.contains(number) && !node.isAlive()) {
        diary.accept(node.name() + " has ended by itself");
        endedByThemselves.incrementAndGet();
        node.start();
      }
    }
  }

  private void told(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      diary.accept("the lab itself failed: " + failed);
    }
  }

  private static boolean isOfStore(Fault fault) {
    return !fault.kind().isPartition() && fault.node() == 0;
  }
}
