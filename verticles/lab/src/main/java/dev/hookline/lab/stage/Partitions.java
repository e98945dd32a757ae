package dev.hookline.lab.stage;

import dev.hookline.lab.plan.Fault;
import dev.hookline.lab.plan.Kind;
import java.util.function.Predicate;

/** Which faults of the network concern whom. */
final class Partitions {

  private Partitions() {}

  static Predicate<Fault> ofStore(int node) {
    return fault -> fault.kind() == Kind.PART_STORE && fault.node() == node;
  }

  static Predicate<Fault> ofTelegram(int node) {
    return fault -> fault.kind() == Kind.PART_TELEGRAM && fault.node() == node;
  }

  /** Whoever of the two calls. */
  static Predicate<Fault> between(int one, int two) {
    return fault ->
        one != two
            && (fault.kind() == Kind.PART_ALL
                || (fault.kind() == Kind.PART_NODES && isPair(fault, one, two)));
  }

  private static boolean isPair(Fault fault, int one, int two) {
    return (fault.node() == one && fault.other() == two)
        || (fault.node() == two && fault.other() == one);
  }
}
