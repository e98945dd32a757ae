package dev.hookline.lab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Puts faults at random places of a span of time, the same for the same seed.
 *
 * <p>A process has one fault at a time. Of several nodes, at every moment one can serve: what
 * happens without any is no question of a cluster.
 */
public final class Planner {

  private static final int TRIES = 2_000;
  private static final long RECOVERY = 6_000; // a node that was started is there again
  private static final long BIGGEST_JUMP = 24 * 3_600_000L;
  private static final Manner[] MANNERS = Manner.values();

  private final Random random;
  private final int nodes;
  private final long span;
  private final List<Fault> placed = new ArrayList<>();

  /**
   * @param span milliseconds in which all begin and end
   */
  public Planner(long seed, int nodes, long span) {
    this.random = new Random(seed);
    this.nodes = nodes;
    this.span = span;
  }

  /**
   * Places them all.
   *
   * @return in the order of time
   * @throws IllegalArgumentException when there is not enough time for them
   */
  public List<Fault> place(List<Wish> wishes) {
    wishes.stream()
        .flatMap(wish -> Stream.generate(() -> wish).limit(wish.count()))
        .sorted(Comparator.comparing(Wish::longest).reversed())
        .forEach(this::place);
    return placed.stream().sorted(Comparator.comparing(Fault::at)).toList();
  }

  private void place(Wish wish) {
    for (int tries = 0; tries < TRIES; tries++) {
      Fault drawn = draw(wish);
      if (fits(drawn)) {
        placed.add(drawn);
        return;
      }
    }
    throw new IllegalArgumentException(
        "no room for another " + wish.kind() + " beside " + placed.size() + ": give more minutes");
  }

  private Fault draw(Wish wish) {
    long millis = Math.min(length(wish), span / 2);
    long at = (long) (random.nextDouble() * (span - millis));
    int node = wish.kind().hasNode() ? 1 + random.nextInt(nodes) : 0;
    int other = wish.kind() == Kind.PART_NODES ? otherThan(node) : 0;
    Manner manner = wish.kind().isPartition() ? MANNERS[random.nextInt(MANNERS.length)] : null;
    long error = wish.kind() == Kind.CLOCK ? jump() : 0;
    return new Fault(at, wish.kind(), node, other, manner, millis, error);
  }

  // By magnitude: between 1 s and 100 s, as many below 10 s as above.
  private long length(Wish wish) {
    double low = Math.log((double) wish.shortest());
    double high = Math.log((double) wish.longest());
    return Math.round(Math.exp(low + random.nextDouble() * (high - low)));
  }

  private int otherThan(int node) {
    int other = 1 + random.nextInt(nodes - 1);
    return other < node ? other : other + 1;
  }

  private long jump() {
    long size = Math.round(Math.exp(random.nextDouble() * Math.log((double) BIGGEST_JUMP)));
    return random.nextBoolean() ? size : -size;
  }

  private boolean fits(Fault drawn) {
    return placed.stream().noneMatch(fault -> collide(fault, drawn))
        && (nodes == 1 || !drawn.kind().disables() || sparesOne(drawn));
  }

  private static boolean collide(Fault one, Fault two) {
    boolean samePlace = one.node() == two.node() && one.other() == two.other();
    boolean sameThing =
        one.kind() == two.kind() || (one.kind().concernsProcess() && two.kind().concernsProcess());
    return samePlace && sameThing && one.overlaps(two, RECOVERY);
  }

  private boolean sparesOne(Fault drawn) {
    List<Fault> disabling =
        placed.stream()
            .filter(fault -> fault.kind().disables() && fault.overlaps(drawn, RECOVERY))
            .toList();
    long hit =
        disabling.stream().map(Fault::node).filter(node -> node != drawn.node()).distinct().count();
    return hit + 1 < nodes;
  }
}
